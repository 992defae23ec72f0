// Kinds of goods for living room, dining room, study and bedroom, and what each kind is called; a family is five lines:
// key | category | drawing | material | colours | how many of them a model has | sizes | how many there are | measures in cm | years of guarantee
// Swedish | Danish | English
// what it is like, in the same three
// brand: model=price in SEK; …
export const roomFamilies = `
sofa|Home > Sofas|sofa|cloth|linen,moss,fjord,graphite,ochre|3|-|few|218×92×80|10
tresitssoffan|trepersonerssofaen|three-seat sofa
Djup sits med lösa dynor som behåller formen, år efter år.|Dyb sits med løse hynder, der holder formen år efter år.|Deep seat with loose cushions that keep their shape, year after year.
Vindö: Ljung=8495; Tärna=9995; Holmön=12495

sofa2|Home > Sofas|sofa2|cloth|moss,linen,heather,fjord|3|-|few|164×88×78|10
tvåsitssoffan|topersonerssofaen|two-seat sofa
Liten nog för hallen och lagom för två som läser samma bok.|Lille nok til entreen og passende til to, der læser den samme bog.|Small enough for the hall and right for two who read the same book.
Skärv: Ekholm=5495; Runn=6295; Kobbe=4995

corner|Home > Sofas|corner|cloth|graphite,linen,fjord,sand|3|-|few|268×158×82|10
divansoffan|chaiselongsofaen|chaise sofa
Divanen kan stå till höger eller vänster och har förvaring under sitsen.|Chaiselongen kan stå til højre eller venstre og har opbevaring under sædet.|The chaise goes left or right and has storage under the seat.
Vindö: Gotska=13995; Fårholm=15995

sofabed|Home > Sofas|sofabed|cloth|sand,fjord,graphite|2|-|few|212×96×82|10
dagbädden|daybedden|daybed
Blir en bred säng med ett handgrepp när någon vill stanna över natten.|Bliver til en bred seng med ét greb, når nogen vil blive natten over.|Turns into a wide bed in one movement when somebody wants to stay the night.
Vindö: Natthimmel=6995; Gäst=5495; Logi=7995

armchair|Home > Armchairs|armchair|cloth|moss,ochre,fjord,linen,cocoa|3|-|few|78×82×96|10
fåtöljen|lænestolen|armchair
Högt ryggstöd och mjuka armstöd för långa kvällar med en bok.|Høj ryg og bløde armlæn til lange aftener med en bog.|High back and soft arms for long evenings with a book.
Vindö: Tuva=3995; Läsa=4495; Brunn=2995; Alnö=3795

rocker|Home > Armchairs|rocker|wood|oak,black,walnut|2|-|few|66×92×102|10
vilstolen|hvilestolen|lounge chair
Gungar stilla och står stadigt, med en sits av flätat band.|Gynger stille og står fast, med et sæde af flettet bånd.|Rocks gently and stands firm, with a seat of woven tape.
Skärv: Vagga=3295; Stillö=2995

pouf|Home > Armchairs|pouf|cloth|ochre,moss,heather,linen,fjord|3|-|some|50×50×42|5
sittpuffen|puffen|pouf
En plats till för den som kommer oväntat, eller för trötta fötter.|En plads mere til den, der kommer uventet, eller til trætte fødder.|One more place for whoever comes unexpectedly, or for tired feet.
Vindö: Sten=895; Tuvull=1095; Klapper=795

coffee|Home > Tables|coffeetable|wood|oak,walnut,black|2|-|few|110×60×45|10
soffbordet|sofabordet|coffee table
Rundade hörn och en hylla under skivan för tidningar och fjärrkontroller.|Runde hjørner og en hylde under pladen til blade og fjernbetjeninger.|Rounded corners and a shelf under the top for papers and remote controls.
Skärv: Flak=1995; Skär=2495; Brygge=1795; Halvö=2995

side|Home > Tables|sidetable|steel|black,straw,white,moss|3|-|some|42×42×52|5
sidobordet|sidebordet|side table
Lätt att flytta dit kaffekoppen behövs, med en kant som håller den kvar.|Let at flytte derhen, hvor kaffekoppen skal bruges, med en kant, der holder på den.|Easy to move to wherever the coffee cup is, with an edge that keeps it there.
Skärv: Knopp=695; Bricka=595; Nubb=495; Trissa=795

sideboard|Home > Cabinets|sideboard|wood|oak,walnut,white|2|-|few|160×42×76|10
skänken|skænken|sideboard
Skjutdörrar som löper tyst och plats för hela porslinet bakom dem.|Skydedøre, der løber stille, og plads til hele stellet bag dem.|Sliding doors that run quietly, and room for the whole service behind them.
Skärv: Rådman=5995; Gillesal=6995; Lamell=4995

media|Home > Cabinets|mediabench|wood|oak,black,white|2|-|few|150×40×46|10
mediabänken|tv-bænken|media bench
Kablarna försvinner ut på baksidan och dörrarna släpper igenom fjärrkontrollen.|Kablerne forsvinder ud bagpå, og lågerne lader fjernbetjeningen komme igennem.|Cables leave at the back and the doors let the remote control through.
Skärv: Bild=2495; Horisont=3295; Lågmäld=2795

bookcase|Home > Shelves|bookcase|wood|oak,white,black|2|-|few|80×32×202|10
bokhyllan|bogreolen|bookcase
Hyllplan som kan flyttas och en rygg som får ställas mitt i rummet.|Hylder, der kan flyttes, og en ryg, der må stå midt i rummet.|Shelves that move up and down, and a back that may face the room.
Skärv: Saga=2295; Roman=2795; Dikt=1495; Epilog=3495

ladder|Home > Shelves|laddershelf|wood|oak,black|1|-|some|62×40×186|10
steghyllan|stigereolen|leaning shelf
Lutar mot väggen, fäst med två skruvar, och tar nästan inget golv.|Læner sig mod væggen, fastgjort med to skruer, og fylder næsten intet.|Leans on the wall, held by two screws, and takes hardly any floor.
Skärv: Trappa=1495; Kliv=1295

dining|Home > Dining tables|table|wood|oak,walnut,black|2|-|few|200×95×74|10
familjebordet|familiebordet|family table
Plats för åtta till vardags och tio när det är kalas.|Plads til otte til hverdag og ti, når der er fest.|Room for eight on weekdays and ten at a party.
Skärv: Samling=7495; Långtur=8995; Kalas=5495; Hemby=6495

roundtable|Home > Dining tables|roundtable|wood|oak,white,black|2|-|few|110×110×74|10
rundbordet|rundbordet|round dining table
Alla ser varandra, och ingen får sitta på hörnet.|Alle ser hinanden, og ingen skal sidde på hjørnet.|Everybody sees everybody, and nobody has to sit at the corner.
Skärv: Ring=3995; Måltid=4995

chair|Home > Dining chairs|chair|wood|oak,black,white,moss|3|-|some|48×52×80|10
matstolen|spisestolen|dining-room chair
Formpressad rygg som fjädrar en aning, och filttassar som skonar golvet.|Formspændt ryg, der fjedrer en anelse, og filtpuder, der skåner gulvet.|Moulded back that gives a little, and felt pads that spare the floor.
Skärv: Åre=895; Rygg=1095; Stav=1295; Lyx=1495; Enkel=695

stool|Home > Dining chairs|stool|wood|oak,black,fir|2|-|some|40×40×65|10
barstolen|barstolen|bar stool
Fotstöd av stål där det slits mest, och en sits som är lätt att torka av.|Fodstøtte af stål, hvor der slides mest, og et sæde, der er let at tørre af.|Foot rest of steel where it wears most, and a seat that wipes clean.
Skärv: Disk=995; Hög=1195; Pall=795

bench|Home > Dining chairs|bench|wood|oak,walnut,black|2|-|few|120×36×45|10
bänken|bænken|bench
Rymmer tre på ena sidan av bordet, eller alla skorna i hallen.|Har plads til tre på den ene side af bordet eller til alle skoene i entreen.|Seats three on one side of the table, or holds all the shoes in the hall.
Skärv: Sida=1995; Farstu=1695

desk|Home > Desks|desk|wood|oak,white,black|2|-|some|120×60×74|10
hemmakontoret|hjemmekontoret|home desk
En låda för pennorna och en genomföring för kablarna, så att skivan är fri.|En skuffe til blyanterne og en gennemføring til kablerne, så pladen er fri.|A drawer for the pens and a way out for the cables, so that the top is free.
Skärv: Blad=1995; Not=2495; Kladd=1295

office|Home > Desks|officechair|cloth|graphite,fjord,moss|2|-|some|66×66×104|10
arbetsstolen|arbejdsstolen|task chair
Följer ryggen när den rör sig och ställs in utan bruksanvisning.|Følger ryggen, når den bevæger sig, og indstilles uden brugsanvisning.|Follows the back as it moves, and is set without a manual.
Vindö: Pendel=2795; Torn=3495; Lots=1895

bed|Bedroom > Beds|bed|wood|oak,white,walnut|2|-|few|172×210×96|25
sängen|sengen|bed frame
Gavel att luta sig mot och ben som är höga nog för dammsugaren.|Gavl at læne sig mod og ben, der er høje nok til støvsugeren.|A headboard to lean on, and legs high enough for the vacuum cleaner.
Vindö: Dröm, 140 cm=5995; Dröm, 180 cm=7995; Skymning, 160 cm=8495; Vila, 90 cm=3995

bunk|Bedroom > Beds|bunk|wood|birch|1|-|few|97×207×160|10
loftsängen|højsengen|loft bed
Stadig stege, hög kant och plats för lek under sängen.|Solid stige, høj kant og plads til leg under sengen.|Sturdy ladder, high edge and room to play under the bed.
Vindö: Koja=3795

topper|Bedroom > Mattresses|mattress|foam|white|1|-|some|160×200×7|10
topmadrassen|overmadrassen|topper
Kallskum i sju zoner och ett överdrag som går att tvätta.|Koldskum i syv zoner og et betræk, der kan vaskes.|Cold foam in seven zones, and a cover that can be washed.
Vindö: Moln, 90 cm=1295; Moln, 140 cm=1795; Sky, 180 cm=2795

drawers|Bedroom > Chests|drawers|wood|white,oak,graphite|2|-|few|80×48×98|10
byrån|kommoden|chest of drawers
Lådor som stänger sig själva mjukt och går att dra ut helt.|Skuffer, der lukker sig selv blødt og kan trækkes helt ud.|Drawers that close softly by themselves and come all the way out.
Skärv: Linne=2995; Fack=2295; Gömma=3495

bedside|Bedroom > Chests|bedside|wood|oak,white,black|3|-|some|45×38×52|10
sängbordet|sengebordet|bedside table
En låda för det som är ens eget och en hylla för boken.|En skuffe til det, der er ens eget, og en hylde til bogen.|A drawer for what is one's own and a shelf for the book.
Skärv: Nattro=895; Vaka=1195; Blund=695

duvet|Bedroom > Bedding|duvet|down|white|1|-|many|150×200|5
duntäcket|dundynen|down duvet
Fyllning från fåglar som inte plockats levande, i kanaler så att den ligger still.|Fyld fra fugle, der ikke er plukket levende, i kanaler, så det bliver liggende.|Filled from birds that were not plucked alive, in channels so that it stays in place.
Näver: Fjun, svalt=1495; Fjun, varmt=1795; Snö, mycket varmt=2295

pillow|Bedroom > Bedding|pillow|down|white|1|-|many|50×60|5
huvudkudden|hovedpuden|bed pillow
Två kärnor som kan läggas om: låg för den som ligger på mage, hög för sidan.|To kerner, der kan lægges om: lav til den, der ligger på maven, høj til siden.|Two cores to arrange: low for those who sleep on their front, high for the side.
Näver: Snark=449; Nick=299; Vänd=549

bedset|Bedroom > Bedding|bedset|cotton|fjord,sand,moss,heather,mist|3|-|many|150×210|3
bäddsetet|sengelinnedet|bed linen set
Tvättad satin som blir mjukare för varje gång, med dolda knappar.|Vasket satin, der bliver blødere for hver gang, med skjulte knapper.|Washed sateen that gets softer every time, with hidden buttons.
Näver: Strandråg=599; Dagg=499; Frost=699; Vind=449

sheet|Bedroom > Bedding|folded|cotton|white,mist,sand,fjord|3|-|lots|160×200|3
dra-på-lakanet|faconlagnet|fitted sheet
Sitter kvar även på tjocka madrasser, tack vare ett brett resårband.|Bliver siddende også på tykke madrasser takket være en bred elastik.|Stays on even thick mattresses, thanks to a wide elastic.
Näver: Slät, 90 cm=249; Slät, 160 cm=349; Slät, 180 cm=399

throw|Home > Textiles|throw|wool|ochre,mist,moss,heather,fjord|4|-|many|130×170|5
pläden|plaiden|throw
Vävd av ull som blivit över, med fransar som är knutna för hand.|Vævet af uld, der blev til overs, med frynser, der er bundet i hånden.|Woven from wool that was left over, with fringes knotted by hand.
Näver: Hage=699; Fäbod=899; Kvist=499; Höst=799

cushion|Home > Textiles|cushion|linen|ochre,moss,fjord,linen,heather,teal|4|-|many|50×50|3
prydnadskudden|pyntepuden|cushion
Tvättat lin med dragkedja som inte syns, och innerkudde av fjäder.|Vasket hør med skjult lynlås og inderpude af fjer.|Washed linen with a zip that does not show, and a feather pad.
Näver: Fåra=249; Klöver=299; Rand=349; Ruta=299; Gräs=199

curtain|Home > Textiles|curtain|linen|white,linen,mist,moss|3|-|many|140×250|3
gardinparet|gardinparret|pair of curtains
Släpper in ljuset och stänger ute blickarna, med band för tre upphängningar.|Lukker lyset ind og blikkene ude, med bånd til tre ophængninger.|Let the light in and keep looks out, with tape for three ways of hanging.
Näver: Skira=599; Dis=499; Skugge=899
`;
