// Kinds of goods for garden, camping, hiking, children, cycling and snow; the lines as in families-rooms.ts.
export const outsideFamilies = `
gardensofa|Garden > Garden furniture|gardensofa|wood|oak,graphite,white|2|-|few|190×80×70|5
utesoffan|havesofaen|garden sofa
Står ute hela sommaren; dynorna torkar på en eftermiddag.|Står ude hele sommeren; hynderne tørrer på en eftermiddag.|Stays out all summer; the cushions dry in an afternoon.
Vindö: Altan=6495; Veranda=7995; Solsida=5495

cafeset|Garden > Garden furniture|cafeset|steel|fir,white,graphite,straw|2|-|some|60×60×71|5
balkongsetet|altansættet|balcony set
Bord och två stolar som fälls ihop och hängs på räcket.|Bord og to stole, der klappes sammen og hænges på rækværket.|Table and two chairs that fold and hang on the railing.
Vindö: Morgonsol=1795; Terrass=2495

grill|Garden > Barbecue|grill|steel|black,fir,graphite|1|-|some|57×60×98|5
kolgrillen|kulgrillen|charcoal grill
Emaljerad kupol, askfat som lyfts ur och hjul som går på gräs.|Emaljeret kuppel, askeskål, der løftes ud, og hjul, der kører på græs.|Enamelled dome, an ash tray that lifts out and wheels that go on grass.
Almvik: Kolbit=1495; Eldstad=2495; Picknick=699

parasol|Garden > Garden furniture|parasol|polyester|linen,moss,fjord,graphite|2|-|some|300×300×250|3
solparasollen|haveparasollen|sun umbrella
Veven är lätt, duken stoppar strålarna och tippar mot solen.|Håndtaget går let, dugen stopper strålerne og vipper mod solen.|The crank turns easily, the cloth stops the rays and tips towards the sun.
Almvik: Svalka=1495; Middagssol=1995; Strandliv=699

lounger|Garden > Garden furniture|lounger|wood|oak,graphite,white|2|-|few|65×200×35|5
solsängen|solsengen|sun lounger
Ryggen ställs i fem lägen, och hjulen gör den lätt att flytta med solen.|Ryggen stilles i fem positioner, og hjulene gør den let at flytte med solen.|The back has five positions, and wheels let it follow the sun.
Vindö: Siesta=2495; Lata=1795; Brygdäck=2995

hammock|Garden > Garden furniture|hammock|cotton|ochre,fjord,moss|2|-|some|100×200|3
hängmattan|hængekøjen|hammock
Väv som bär två, med rep för träd som står upp till fyra meter isär.|Vævning, der bærer to, med reb til træer op til fire meter fra hinanden.|Cloth that carries two, with ropes for trees up to four metres apart.
Almvik: Sommarlov=699; Gunga=899

wateringcan|Garden > Garden tools|wateringcan|steel|fir,straw,graphite,white|3|-|many|48×18×34|3
vattenkannan|vandkanden|watering can
Balanserad så att den sista droppen också kommer ut.|Afbalanceret, så den sidste dråbe også kommer ud.|Balanced so that the last drop comes out as well.
Almvik: Duggregn, 5 l=249; Duggregn, 9 l=349; Skvätt, 2 l=179

lantern|Garden > Garden light|lantern|steel|black,white,brass|2|-|many|18×18×34|2
lyktan|lanternen|lantern
Dörr som stänger tätt, så att lågan står still också när det blåser.|Låge, der lukker tæt, så flammen står stille, også når det blæser.|A door that closes tight, so that the flame stands still in the wind.
Almvik: Fyren=349; Hamn=449; Kaj=249

tent|Outdoor > Tents|tent|polyester|fir,ochre,fjord|1|-|some|280×320×140|5
kupoltältet|kuppelteltet|dome tent
Reses på tio minuter, med absid för stövlarna och sydda sömmar som är tejpade.|Rejses på ti minutter, med fortelt til støvlerne og tapede sømme.|Up in ten minutes, with a porch for the boots and taped seams.
Fjällrip: Läger 2=1995; Läger 3=2495; Läger 4=2995; Trädgård 2=995

tunnel|Outdoor > Tents|tunneltent|polyester|moss,ochre,graphite|1|-|few|260×480×120|5
fjälltältet|fjeldteltet|mountain tent
Tål vind från alla håll och väger inte mer än frukosten.|Tåler vind fra alle sider og vejer ikke mere end morgenmaden.|Stands wind from every side and weighs no more than breakfast.
Fjällrip: Kam 1=3295; Kam 3=4495; Högland 2=5995

sleepingbag|Outdoor > Sleeping bags|sleepingbag|polyester|fjord,fir,ochre|2|-|some|80×215|5
sovpåsen|sovesækken|mummy bag
Krage som stänger kylan ute, och en dragkedja som inte nyper.|Krave, der lukker kulden ude, og en lynlås, der ikke kniber.|A collar that shuts out the cold, and a zip that does not bite.
Fjällrip: Räv, +5°=895; Järv, −5°=1495; Ripa, −15°=2495; Mus, barn=599

mat|Outdoor > Sleeping mats|mat|foam|ochre,fjord,graphite|2|-|some|55×185×5|5
sovmattan|sovemåtten|camping mat
Fyller sig själv medan teltet reses.|Fylder sig selv, mens teltet rejses.|Fills itself while the tent goes up.
Fjällrip: Mossbädd=695; Ljungbädd=895; Stenhäll=349

campchair|Outdoor > Camping|campchair|polyester|fir,fjord,ochre,graphite|3|-|some|55×50×80|3
campingstolen|campingstolen|camping chair
Fälls ihop till en påse och har plats för muggen i armstödet.|Klappes sammen til en pose og har plads til kruset i armlænet.|Folds into a bag and has a place for the mug in the arm.
Fjällrip: Vistelse=399; Glänt=549; Sittopp=299

stove|Outdoor > Camping|stove|steel|steel|1|-|some|16×16×12|5
friluftsköket|stormkøkkenet|camping stove
Kokar en liter på fyra minuter, också när det blåser.|Koger en liter på fire minutter, også når det blæser.|Boils a litre in four minutes, even in wind.
Fjällrip: Kåsa=599; Glöda=899; Lågeld=449

headlamp|Outdoor > Camping|headlamp|plastic|straw,graphite,fir|2|-|many|6×4×4|3
pannlampan|pandelampen|head torch
Laddas med vanlig kabel och räcker för hela natten på lägsta läget.|Oplades med et almindeligt kabel og rækker hele natten på laveste trin.|Charges by an ordinary cable and lasts all night at its lowest.
Fjällrip: Stig=299; Natt=449; Uggla=599

coolbag|Outdoor > Camping|coolbag|polyester|fjord,straw,graphite|2|-|some|38×24×30|3
kylväskan|køletasken|cool bag
Håller kallt från frukost till kväll, och sköljs ur med slang.|Holder koldt fra morgen til aften og skylles ud med slange.|Cold from breakfast to evening, and rinses out with a hose.
Fjällrip: Isvik, 12 l=349; Isvik, 24 l=499

boot|Outdoor > Footwear|boot|leather|cocoa,graphite|1|shoe|some|-|2
fjällkängan|fjeldstøvlen|mountain boot
Går att sula om, och kommer in från myren lika torr som den gick ut.|Kan forsåles og kommer ind fra mosen lige så tør, som den gik ud.|Can be resoled, and comes in from the bog as dry as it went out.
Fjällrip: Klev=1995; Stigfinnare=1495; Röse=2495

backpack|Outdoor > Backpacks|backpack|nylon|fir,graphite,ochre,fjord|3|-|some|30×22×52|5
vandringsryggsäcken|vandrerygsækken|hiking backpack
Bärsystem som ställs in efter ryggen, och regnskydd i botten.|Bæresystem, der indstilles efter ryggen, og regnslag i bunden.|A frame that is set to the back, and a rain cover in the base.
Fjällrip: Led, 20 l=799; Led, 45 l=1695; Led, 65 l=2295; Utflykt, 15 l=499; Skola, 22 l=599

shell|Outdoor > Jackets|jacket|nylon|fir,ochre,graphite,fjord|2|adult|some|-|3
regnskalet|regnskallen|rain shell
Tät i ösregn, öppen under armarna och tyst när den rör sig.|Tæt i øsregn, åben under armene og stille, når den bevæger sig.|Tight in heavy rain, open under the arms, and quiet when it moves.
Fjällrip: Kuling=2495; Storm=2995; Skur=1295

down|Outdoor > Jackets|downjacket|down|graphite,moss,straw,fjord|2|adult|some|-|3
dunjackan|dunjakken|down jacket
Packas i sin egen ficka och väger mindre än en bok.|Pakkes i sin egen lomme og vejer mindre end en bog.|Packs into its own pocket and weighs less than a book.
Fjällrip: Fjäderlätt=1995; Rimfrost=2795

fleece|Outdoor > Jackets|fleece|polyester|mist,moss,graphite,heather|2|adult|some|-|3
fleecejackan|fleecejakken|fleece jacket
Återvunnen fleece som andas i uppförsbacken och värmer på toppen.|Genbrugt fleece, der ånder op ad bakke og varmer på toppen.|Recycled fleece that breathes uphill and warms at the top.
Fjällrip: Mjukis=599; Ullig=899; Varg=1095

trousers|Outdoor > Trousers|trousers|nylon|graphite,moss,sand|2|adult|some|-|3
vandringsbyxan|vandrebukserne|hiking trousers
Stretch där knäna böjs och förstärkt där man sitter.|Stræk, hvor knæene bøjes, og forstærket, hvor man sidder.|Stretch where knees bend, and reinforced where one sits.
Fjällrip: Steg=995; Häll=1295; Sommarled=799

baselayer|Outdoor > Base layers|sweater|merino|graphite,fjord,moss,sand|2|adult|many|-|2
ullundertröjan|uldundertrøjen|wool base layer
Merinoull som inte kliar och kan bäras en vecka i sträck.|Merinould, der ikke kradser og kan bæres en uge i træk.|Merino that does not itch and can be worn for a week.
Fjällrip: Under=599; Värme=799; Islag=699

beanie|Outdoor > Accessories|beanie|wool|ochre,fjord,graphite,moss,heather|4|-|many|-|2
mössan|huen|beanie
Stickad dubbel över öronen, där vinden tar.|Strikket dobbelt over ørerne, hvor vinden tager.|Knitted double over the ears, where the wind gets in.
Fjällrip: Hjässa=249; Tofs=299; Vintergata=199; Skare=349

socks|Outdoor > Accessories|socks|merino|graphite,moss,ochre,fjord|3|-|lots|-|1
vandringsstrumpan|vandresokken|hiking socks
Polstrad under hälen och utan söm över tårna.|Polstret under hælen og uden søm over tæerne.|Padded under the heel, and no seam across the toes.
Fjällrip: Mil=149; Dagsmarsch=199; Skavfri=129

rainjacket|Children > Rainwear|jacket|polyester|straw,fjord,fir|1|child|some|-|2
barnregnjackan|børneregnjakken|kids' rain jacket
Svetsade sömmar, huva som släpper och reflexer runt om.|Svejsede sømme, hætte, der slipper, og reflekser hele vejen rundt.|Welded seams, a hood that lets go, and reflectors all round.
Pöl: Plums=449; Plask=349; Dugg=499

raintrousers|Children > Rainwear|rainpants|polyester|straw,fjord,fir|1|child|some|-|2
barnregnbyxan|børneregnbukserne|kids' rain trousers
Hängslen som går att ställa om och resår under foten.|Seler, der kan indstilles, og elastik under foden.|Braces that adjust, and elastic under the foot.
Pöl: Plums=349; Dugg=379

welly|Children > Footwear|welly|rubber|straw,fjord,moss|1|smallshoe|some|-|1
gummistövlarna|gummistøvlerne|kids' wellingtons
Naturgummi med handtag, så att de går på utan hjälp.|Naturgummi med håndtag, så de kan tages på uden hjælp.|Natural rubber with handles, so that they go on without help.
Pöl: Kladd=279; Groda=329

snowsuit|Children > Winter wear|overall|polyester|fjord,heather,ochre|1|child|some|-|2
vinteroverallen|vinterdragten|kids' snowsuit
Förstärkta knän, vattenpelare som räcker till vårens slask.|Forstærkede knæ og tæt nok til forårets sjap.|Reinforced knees, and tight enough for the slush of spring.
Pöl: Snöboll=899; Igloo=1199

winterboot|Children > Footwear|winterboot|rubber|graphite,fjord|1|smallshoe|some|-|1
vinterkängan|vinterstøvlen|kids' winter boot
Ullfoder som går att ta ur och torka över natten.|Uldfor, der kan tages ud og tørre natten over.|Wool lining that comes out to dry overnight.
Pöl: Tramp=599; Kyla=749

mittens|Children > Accessories|mittens|wool|ochre,fjord,heather,moss|3|-|many|-|1
barnvantarna|børnevanterne|kids' mittens
Långt skaft som går upp under ärmen, och en ögla att hänga upp dem i.|Langt skaft, der går op under ærmet, og en strop at hænge dem op i.|A long cuff that goes up the sleeve, and a loop to hang them by.
Pöl: Lovikka=179; Snögubbe=149; Kramsnö=199

bike|Cycling > Bikes|bike|steel|fir,graphite,straw,fjord|2|-|few|180×60×108|10
pendlarcykeln|pendlercyklen|commuter bike
Remdrift utan olja, skärmar som når ner och lysen i navet.|Remtræk uden olie, skærme, der når ned, og lys fra navet.|Belt drive without oil, mudguards that reach down, and lights from the hub.
Medvind: Arbetsväg=7995; Medveten=9995; Tramp=4995

kidsbike|Cycling > Bikes|kidsbike|steel|straw,fjord,moss|2|-|few|118×50×72|5
barncykeln|børnecyklen|kids' bike
Låg instegshöjd och bromsar som små händer orkar med.|Lav indstigning og bremser, som små hænder kan klare.|Low to step over, and brakes that small hands can manage.
Medvind: Vingla, 16 tum=1995; Vingla, 20 tum=2495; Rulla, 12 tum=1295

helmet|Cycling > Helmets|helmet|plastic|white,graphite,straw,fjord|3|-|some|29×21×17|3
hjälmen|hjelmen|helmet
Nackratt som sitter tyst, och ett skydd mot sneda slag.|Nakkehjul, der sidder stille, og beskyttelse mod skæve slag.|A neck dial that sits quietly, and protection from slanting blows.
Medvind: Pendlare=699; Ljusglimt=899; Knatte, barn=399

pannier|Cycling > Bags|pannier|polyester|graphite,fir,ochre|2|-|some|32×16×38|3
packväskan|bagagetasken|bike pannier
Klickas av med en hand och bärs över axeln in på jobbet.|Klikkes af med én hånd og bæres over skulderen ind på arbejdet.|Clicks off with one hand and goes over the shoulder into work.
Medvind: Packning=599; Matkasse=799; Dokument=999

lock|Cycling > Accessories|lock|steel|graphite,straw|1|-|some|18×4×26|3
cykellåset|cykellåsen|bike lock
Härdad bygel och tre nycklar, varav en att gömma hemma.|Hærdet bøjle og tre nøgler, hvoraf den ene gemmes hjemme.|Hardened shackle and three keys, one of them to hide at home.
Medvind: Trygghet=499; Bygel=699; Kätting=599

sledge|Winter sports > Sledges|sledge|wood|oak,fir,fjord|2|-|some|100×40×24|3
träkälken|træslæden|toboggan
Ånbockade medar som går rakt, och ett rep som är långt nog för den som drar.|Dampbøjede meder, der går lige, og et reb, der er langt nok til den, der trækker.|Steam-bent runners that go straight, and a rope long enough for whoever pulls.
Medvind: Backe=599; Kulle=449

skis|Winter sports > Skis|skis|wood|fjord,ochre,fir|1|-|some|200×4|2
turskidorna|turskiene|touring skis
Fäller för uppför och stålkant för nedför; bindning ingår.|Skind til opad og stålkant til nedad; binding følger med.|Skins for the way up and a steel edge for the way down; bindings included.
Medvind: Skarspår=2995; Fjället=3995; Rundtur=1995

skates|Winter sports > Skates|skates|leather|black,white|1|shoe|some|-|2
långfärdsskridskorna|langturskøjterne|touring skates
Skenor som hakas av, så att man kan gå över bron i samma kängor.|Skinner, der hægtes af, så man kan gå over broen i de samme støvler.|Blades that unhook, so that one can walk across the bridge in the same boots.
Medvind: Blankis=1295

goggles|Winter sports > Accessories|goggles|plastic|graphite,fjord,straw|2|-|some|18×10×9|2
skidglasögonen|skibrillerne|ski goggles
Dubbel lins som inte immar, och ett band som rymmer en hjälm.|Dobbelt glas, der ikke dugger, og en rem, der kan gå om en hjelm.|Double lens that does not fog, and a strap that goes round a helmet.
Medvind: Vitglans=399; Flöjt=599; Yrsnö=799
`;
