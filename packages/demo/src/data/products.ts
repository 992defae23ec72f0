// The whole assortment: own brands, own names, own article numbers. Words in Swedish, Danish and English.

export type Season = "always" | "winter" | "spring" | "summer" | "autumn";
export type Want = "anyone" | "child" | "garden";

/** slug | sv | da | en | season | who wants it | days of thinking | share that comes back | how often */
export const categoryLines = `
sofas|Soffor|Sofaer|Sofas|always|anyone|24|0.05|5
armchairs|Fåtöljer|Lænestole|Armchairs|always|anyone|16|0.05|4
tables|Matbord|Spiseborde|Dining tables|always|anyone|18|0.04|4
desks|Skrivbord|Skriveborde|Desks|autumn|anyone|10|0.05|4
beds|Sängar|Senge|Beds|always|anyone|20|0.06|3
bedding|Sängkläder|Sengetøj|Bedding|always|anyone|4|0.07|7
lamps|Lampor|Lamper|Lamps|autumn|anyone|7|0.07|8
rugs|Mattor|Tæpper|Rugs|always|anyone|9|0.09|5
kitchen|Kök|Køkken|Kitchen|always|anyone|5|0.05|9
storage|Förvaring|Opbevaring|Storage|spring|anyone|4|0.04|6
garden|Utemöbler|Havemøbler|Garden furniture|summer|garden|14|0.04|6
tents|Tält|Telte|Tents|summer|anyone|12|0.06|4
hiking|Vandring|Vandring|Hiking|autumn|anyone|8|0.12|7
rainwear|Regnkläder|Regntøj|Rainwear|autumn|child|4|0.17|10
winterwear|Vinterkläder|Vintertøj|Winter wear|winter|child|6|0.18|10
cycling|Cykling|Cykling|Cycling|spring|anyone|12|0.06|5
snow|Snö och is|Sne og is|Snow and ice|winter|anyone|6|0.07|5`;

/** category | brand | sv | da | en | SEK | DKK | how sizes run, if they do */
export const productLines = `
sofas|Vindö|soffan Skagen, 3-sits|sofaen Skagen, 3-pers.|three-seat sofa Skagen|8995|5995
sofas|Vindö|hörnsoffan Ven|hjørnesofaen Ven|corner sofa Ven|14995|9995
sofas|Vindö|bäddsoffan Anholt|sovesofaen Anholt|sofa bed Anholt|7495|4995
sofas|Skärv|soffan Marstrand, 2-sits|sofaen Marstrand, 2-pers.|two-seat sofa Marstrand|5995|3995
armchairs|Vindö|fåtöljen Hven|lænestolen Hven|armchair Hven|3495|2295
armchairs|Skärv|gungstolen Koster|gyngestolen Koster|rocking chair Koster|2795|1895
armchairs|Skärv|fotpallen Koster|fodskamlen Koster|footstool Koster|995|699
tables|Skärv|matbordet Falster, ek|spisebordet Falster, eg|oak dining table Falster|6495|4295
tables|Skärv|utdragsbordet Orust|udtræksbordet Orust|extending table Orust|4995|3295
tables|Skärv|stolen Orust|stolen Orust|dining chair Orust|1195|799
desks|Skärv|höj- och sänkbara skrivbordet Lund|hæve-sænkebordet Lund|sit-stand desk Lund|3995|2695
desks|Skärv|skrivbordet Pytt|skrivebordet Pytt|desk Pytt|1495|995
desks|Vindö|kontorsstolen Fyr|kontorstolen Fyr|office chair Fyr|2295|1495
beds|Vindö|ramsängen Natt, 160 cm|rammesengen Natt, 160 cm|bed Natt, 160 cm|6995|4695
beds|Vindö|våningssängen Klätter|køjesengen Klätter|bunk bed Klätter|4495|2995
beds|Vindö|bäddmadrassen Mjuk|topmadrassen Mjuk|mattress topper Mjuk|1995|1295
bedding|Näver|täcket Dun, medium|dynen Dun, medium|duvet Dun, medium|1295|849
bedding|Näver|påslakanet Strand|sengesættet Strand|duvet cover Strand|449|299
bedding|Näver|kudden Sömn|puden Sömn|pillow Sömn|349|229
bedding|Näver|linnelakanet Sand|hørlagenet Sand|linen sheet Sand|599|399
lamps|Skärv|taklampan Måne|pendlen Måne|pendant lamp Måne|1495|999
lamps|Skärv|golvlampan Vass|gulvlampen Vass|floor lamp Vass|1295|849
lamps|Skärv|bordslampan Glimt|bordlampen Glimt|table lamp Glimt|599|399
lamps|Skärv|fönsterlampan Advent|vindueslampen Advent|window lamp Advent|399|269
rugs|Näver|ullmattan Hed, 170 × 240|uldtæppet Hed, 170 × 240|wool rug Hed, 170 × 240|2995|1995
rugs|Näver|trasmattan Röllan|kludetæppet Röllan|rag rug Röllan|695|469
rugs|Näver|dörrmattan Grus|dørmåtten Grus|doormat Grus|249|169
kitchen|Almvik|gjutjärnsgrytan Sjud, 5 l|støbejernsgryden Sjud, 5 l|cast-iron pot Sjud, 5 l|1195|799
kitchen|Almvik|stekpannan Fräs, 28 cm|stegepanden Fräs, 28 cm|frying pan Fräs, 28 cm|549|369
kitchen|Almvik|kaffebryggaren Morgon|kaffemaskinen Morgon|coffee maker Morgon|1295|849
kitchen|Almvik|knivsetet Skär|knivsættet Skär|knife set Skär|899|599
kitchen|Almvik|termosen Tur, 1 l|termokanden Tur, 1 l|flask Tur, 1 l|349|229
kitchen|Almvik|glasen Sund, 6 st|glassene Sund, 6 stk.|glasses Sund, set of 6|299|199
storage|Näver|flätade korgen Pil|flettede kurv Pil|wicker basket Pil|349|229
storage|Näver|backen Ordning, 40 l|kassen Ordning, 40 l|storage box Ordning, 40 l|149|99
storage|Skärv|hyllan Stege|reolen Stege|ladder shelf Stege|1795|1195
garden|Vindö|loungesoffan Brygga|loungesofaen Brygga|lounge sofa Brygga|5995|3995
garden|Vindö|cafésetet Syrén|cafésættet Syrén|café set Syrén|1995|1295
garden|Almvik|klotgrillen Glöd|kuglegrillen Glöd|kettle grill Glöd|1795|1195
garden|Almvik|parasollen Skugga|parasollen Skugga|parasol Skugga|1295|849
tents|Fjällrip|familjetältet Glänta 5|familieteltet Glänta 5|family tent Glänta 5|4995|3295
tents|Fjällrip|tunneltältet Topp 2|tunnelteltet Topp 2|tunnel tent Topp 2|3495|2295
tents|Fjällrip|sovsäcken Björn|soveposen Björn|sleeping bag Björn|1195|799
tents|Fjällrip|liggunderlaget Luft|liggeunderlaget Luft|sleeping mat Luft|795|529
hiking|Fjällrip|vandringskängan Spång|vandrestøvlen Spång|hiking boot Spång|1695|1129|shoe
hiking|Fjällrip|ryggsäcken Dagtur, 30 l|rygsækken Dagtur, 30 l|day pack Dagtur, 30 l|995|649
hiking|Fjällrip|skaljackan Blåst|skaljakken Blåst|shell jacket Blåst|1995|1295|adult
hiking|Fjällrip|fleecetröjan Ludd|fleecetrøjen Ludd|fleece Ludd|695|449|adult
rainwear|Pöl|regnjackan Pöl, barn|regnjakken Pöl, børn|child's rain jacket Pöl|399|269|child
rainwear|Pöl|regnbyxan Pöl, barn|regnbukserne Pöl, børn|child's rain trousers Pöl|299|199|child
rainwear|Pöl|stövlarna Plask, barn|gummistøvlerne Plask, børn|child's wellingtons Plask|349|229|smallshoe
winterwear|Pöl|vinteroverallen Flinga|flyverdragten Flinga|snowsuit Flinga|999|649|child
winterwear|Pöl|vinterkängan Knarr, barn|vinterstøvlen Knarr, børn|child's winter boot Knarr|699|449|smallshoe
winterwear|Pöl|tumvantarna Vante|lufferne Vante|mittens Vante|149|99
cycling|Medvind|cykeln Stad, 7 växlar|cyklen Stad, 7 gear|city bike Stad, 7 gears|5995|3995
cycling|Medvind|cykelhjälmen Trygg|cykelhjelmen Trygg|bike helmet Trygg|599|399
cycling|Medvind|cykelväskan Last|cykeltasken Last|pannier Last|699|459
snow|Medvind|kälken Kana|slæden Kana|sledge Kana|449|299
snow|Medvind|längdskidorna Spår|langrendsskiene Spår|cross-country skis Spår|2495|1649
snow|Medvind|skridskorna Is|skøjterne Is|ice skates Is|799|529|shoe`;
