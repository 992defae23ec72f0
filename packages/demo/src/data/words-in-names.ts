// Words in the names of models that are written otherwise in Danish and English. Swedish | Danish | English
export const wordsInNames = `
mycket varmt|meget varm|very warm
varmt|varm|warm
svalt|sval|cool
barn|børn|kids
tum|tommer|inches
`;
