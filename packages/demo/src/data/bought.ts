// What kind of goods each product of products.ts is, in its order: keys of the families.
export const familyOfBought = `
sofa corner sofabed sofa2
armchair rocker pouf
dining dining chair
desk desk office
bed bunk topper
duvet bedset pillow sheet
pendant floorlamp tablelamp windowlamp
rug ragrug doormat
pot pan coffeemaker knife flask glasses
basket box ladder
gardensofa cafeset grill parasol
tent tunnel sleepingbag mat
boot backpack shell fleece
rainjacket raintrousers welly
snowsuit winterboot mittens
bike helmet pannier
sledge skis skates
`;
