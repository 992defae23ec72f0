// The parts of a store, by the first word of a category. code | letter of its shelves | Swedish | Danish
export const zoneLines = `
home|A|Hemma|Hjemme
bedroom|B|Sovrum|Soveværelse
bathroom|C|Bad|Bad
lighting|D|Belysning|Belysning
kitchen|E|Kök|Køkken
garden|F|Trädgård|Have
outdoor|G|Friluft|Friluft
children|H|Barn|Børn
cycling|J|Cykel|Cykel
winter-sports|K|Vintersport|Vintersport
`;
