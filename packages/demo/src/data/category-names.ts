// What categories are called. Last part of the path, in English | Swedish | Danish
export const categoryNameLines = `
Home|Hem|Hjem
Bathroom|Bad|Bad
Bedroom|Sovrum|Soveværelse
Children|Barn|Børn
Cycling|Cykel|Cykel
Garden|Trädgård|Have
Kitchen|Kök|Køkken
Lighting|Belysning|Belysning
Outdoor|Friluft|Friluft
Winter sports|Vintersport|Vintersport
Accessories|Tillbehör|Tilbehør
Armchairs|Fåtöljer|Lænestole
Backpacks|Ryggsäckar|Rygsække
Bags|Väskor|Tasker
Barbecue|Grillar|Grill
Base layers|Underställ|Skiundertøj
Bath mats|Badrumsmattor|Bademåtter
Bedding|Sängkläder|Sengetøj
Beds|Sängar|Senge
Bikes|Cyklar|Cykler
Cabinets|Skåp|Skabe
Camping|Camping|Camping
Chests|Byråer|Kommoder
Decoration|Dekoration|Dekoration
Desks|Skrivbord|Skriveborde
Dining chairs|Matstolar|Spisestole
Dining tables|Matbord|Spiseborde
Flasks|Termosar|Termokander
Floor lamps|Golvlampor|Gulvlamper
Footwear|Skor|Fodtøj
Garden furniture|Utemöbler|Havemøbler
Garden light|Utebelysning|Havebelysning
Garden tools|Trädgårdsredskap|Haveredskaber
Glass|Glas|Glas
Helmets|Hjälmar|Hjelme
Jackets|Jackor|Jakker
Kitchen tools|Köksredskap|Køkkenredskaber
Knives|Knivar|Knive
Laundry|Tvätt|Vask
Mattresses|Madrasser|Madrasser
Pans|Stekpannor|Stegepander
Pendant lamps|Taklampor|Pendler
Pots|Grytor|Gryder
Rainwear|Regnkläder|Regntøj
Rugs|Mattor|Tæpper
Shelves|Hyllor|Reoler
Skates|Skridskor|Skøjter
Skis|Skidor|Ski
Sledges|Kälkar|Slæder
Sleeping bags|Sovsäckar|Soveposer
Sleeping mats|Liggunderlag|Liggeunderlag
Small appliances|Hushållsapparater|Småapparater
Sofas|Soffor|Sofaer
Storage|Förvaring|Opbevaring
String lights|Ljusslingor|Lyskæder
Table lamps|Bordslampor|Bordlamper
Tables|Bord|Borde
Tableware|Porslin|Service
Tents|Tält|Telte
Textiles|Textilier|Tekstiler
Towels|Handdukar|Håndklæder
Trousers|Byxor|Bukser
Window lamps|Fönsterlampor|Vindueslamper
Winter wear|Vinterkläder|Vintertøj
`;
