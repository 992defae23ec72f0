// Kinds of goods for bath, light, floors, kitchen and what makes a home; the lines as in families-rooms.ts.
export const homeFamilies = `
towel|Bathroom > Towels|towel|cotton|white,fjord,moss,sand,mist,teal|4|-|lots|70×140|3
handduken|håndklædet|towel
Tät frotté som torkar fort, med hank på två sidor.|Tæt frotté, der tørrer hurtigt, med strop på to sider.|Dense terry that dries quickly, with a loop on two sides.
Näver: Våg, 50 × 70=79; Våg, 70 × 140=179; Bris, 50 × 100=129; Skum, 90 × 150=249; Bölja, 30 × 50=49

bathmat|Bathroom > Bath mats|rug|cotton|mist,fjord,sand,white|3|-|many|50×80|3
badrumsmattan|bademåtten|bath mat
Tjock bomull som tål sextio grader och ligger kvar på våta golv.|Tyk bomuld, der tåler tres grader og bliver liggende på våde gulve.|Thick cotton that stands sixty degrees and stays put on wet floors.
Näver: Droppe=199; Stänk=149; Pöla=249

laundry|Bathroom > Laundry|hamper|willow|willow,white,graphite|2|-|some|42×42×60|3
tvättkorgen|vasketøjskurven|laundry basket
Lock som inte slår igen, och en tygpåse att bära till maskinen.|Låg, der ikke smækker, og en stofpose at bære til maskinen.|A lid that does not slam, and a cloth bag to carry to the machine.
Näver: Byk=599; Klämma=449

pendant|Lighting > Pendant lamps|pendant|steel|black,white,straw,fir,brass|3|-|some|40×40×32|5
taklampan|loftlampen|ceiling lamp
Ljuset faller mjukt över bordet och bländar ingen som sitter där.|Lyset falder blødt over bordet og blænder ingen, der sidder der.|Light falls softly on the table and dazzles nobody who sits there.
Skärv: Klocka=899; Skål=1295; Kupol=1795; Kägla=695; Halvmåne=1495

floorlamp|Lighting > Floor lamps|floorlamp|steel|black,brass,white|2|-|some|32×32×148|5
läslampan|læselampen|reading lamp
Armen går att vrida, skärmen att vippa och ljuset att dämpa på foten.|Armen kan drejes, skærmen vippes og lyset dæmpes på foden.|The arm turns, the shade tips and the light dims at the foot.
Skärv: Häger=1495; Trana=1795; Mast=995; Stör=1295

tablelamp|Lighting > Table lamps|tablelamp|ceramic|fjord,moss,white,ochre,heather|3|-|some|28×28×44|5
bordslampan|bordlampen|table lamp
Handglaserad fot, så att ingen är precis den andra lik.|Håndglaseret fod, så ingen er helt den anden lig.|Hand-glazed foot, so that no two are quite alike.
Skärv: Kula=699; Päron=799; Knoppa=549; Fyrbåk=899; Svamp=999

windowlamp|Lighting > Window lamps|windowlamp|steel|white,brass,black|2|-|some|30×12×42|3
adventslampan|adventslampen|advent lamp
För mörka eftermiddagar: varmt sken, lång sladd och timer.|Til mørke eftermiddage: varmt skær, lang ledning og timer.|For dark afternoons: a warm glow, a long cable and a timer.
Skärv: Polstjärna=349; Norr=449; Snöljus=299

lightchain|Lighting > String lights|lightchain|plastic|straw,white|1|-|many|1000×3|3
ljusslingan|lyskæden|string lights
Tio meter ljus som tål regn, med timer på sex timmar.|Ti meter lys, der tåler regn, med timer på seks timer.|Ten metres of light that stand the rain, with a timer of six hours.
Skärv: Eldfluga=249; Norrsken=349; Fest=449

rug|Home > Rugs|rug|wool|linen,moss,fjord,graphite,ochre|3|-|few|170×240|10
vävmattan|vævetæppet|woven rug
Vävd i tjock ull som reser sig igen efter bordsbenen.|Vævet i tyk uld, der rejser sig igen efter bordbenene.|Woven of thick wool that rises again where table legs stood.
Näver: Äng, 140 × 200=1995; Äng, 200 × 300=3995; Mo, 170 × 240=2795; Tjärn, 80 × 250=1495; Myr, 200 × 200=2495

ragrug|Home > Rugs|ragrug|cotton|fjord,ochre,moss,heather|2|-|some|70×200|3
gångmattan|løberen|runner
Vävd av spill från våra lakan; varje matta får sina egna ränder.|Vævet af rester fra vores lagner; hvert tæppe får sine egne striber.|Woven from what is left of our sheets; each gets stripes of its own.
Näver: Farstu, 70 × 150=449; Hall, 70 × 250=649; Stuga, 70 × 200=549

doormat|Home > Rugs|doormat|jute|sand,graphite|2|-|many|45×75|2
entrémattan|entrémåtten|entrance mat
Tar emot gruset innan det kommer in, och skakas ren på en gång.|Tager imod gruset, før det kommer ind, og rystes ren på én gang.|Takes the grit before it comes in, and shakes clean at once.
Näver: Tröskel=199; Farväl=249; Sopa=149

pot|Kitchen > Pots|pot|iron|fir,graphite,fjord,straw|3|-|some|26×26×17|25
gjutjärnsgrytan|støbejernsgryden|cast-iron casserole
Håller värmen hela middagen och går från spisen till ugnen till bordet.|Holder på varmen hele middagen og går fra komfur til ovn til bord.|Keeps warm all through dinner and goes from hob to oven to table.
Almvik: Puttra, 3 l=995; Puttra, 7 l=1495; Kok, 4 l=1095

saucepan|Kitchen > Pots|saucepan|steel|steel,graphite|1|-|many|18×18×11|10
kastrullen|kasserollen|saucepan
Tjock botten som fördelar värmen och en pip åt båda hållen.|Tyk bund, der fordeler varmen, og en tud til begge sider.|Thick base that spreads the heat, and a lip on both sides.
Almvik: Sjuda, 1 l=299; Sjuda, 2 l=399; Sjuda, 3 l=499; Såsa, 1 l=349

pan|Kitchen > Pans|pan|iron|graphite,steel|1|-|many|28×28×5|10
järnpannan|jernpanden|iron pan
Blir bättre för varje gång, om den bara får torka och lite olja.|Bliver bedre for hver gang, hvis bare den tørres og får lidt olie.|Gets better every time, as long as it is dried and given a little oil.
Almvik: Stek, 20 cm=399; Stek, 24 cm=499; Bryn, 28 cm=699; Plätt, 24 cm=449

coffeemaker|Kitchen > Small appliances|coffeemaker|plastic|black,white,steel|2|-|some|30×18×34|3
kaffemaskinen|kaffebryggeren|filter coffee machine
Bryggvatten på rätt temperatur och en kanna som håller varmt utan platta.|Vand ved den rigtige temperatur og en kande, der holder varmt uden plade.|Water at the right temperature, and a jug that keeps warm without a plate.
Almvik: Gryning=995; Fika=1495; Påtår=1795

kettle|Kitchen > Small appliances|kettle|steel|steel,black,white,fir|2|-|some|22×16×25|3
vattenkokaren|elkedlen|kettle
Kokar en kopp på under en minut och stänger av sig själv.|Koger en kop på under et minut og slukker af sig selv.|Boils a cup in under a minute and turns itself off.
Almvik: Ånga, 1 l=399; Pip, 1,7 l=599; Svan, 0,8 l=799

knife|Kitchen > Knives|knife|steel|oak,black|1|-|some|34×5|25
kökskniven|køkkenkniven|kitchen knife
Smidd egg som går att slipa om, och ett skaft som ligger rätt i handen.|Smedet æg, der kan slibes igen, og et skaft, der ligger rigtigt i hånden.|Forged edge that can be ground again, and a handle that sits right in the hand.
Almvik: Kock, 20 cm=599; Bröd, 22 cm=549; Skala, 9 cm=249; Filé, 18 cm=499

flask|Kitchen > Flasks|flask|steel|fir,graphite,straw,fjord,mist|3|-|many|9×9×30|5
termosflaskan|termoflasken|vacuum bottle
Varmt i tolv timmar, kallt i ett dygn, och tätt även upp och ner.|Varmt i tolv timer, koldt i et døgn, og tæt også på hovedet.|Hot for twelve hours, cold for a day, and tight even upside down.
Almvik: Rast, 0,5 l=249; Rast, 0,75 l=299; Utflykt, 1 l=399; Vätska, 0,35 l=199

glasses|Kitchen > Glass|glasses|glass|clear,smoke,sky|2|-|many|8×8×11|2
dricksglasen|drikkeglassene|drinking glasses
Sex stycken, staplingsbara, som tål maskinen.|Seks styk, der kan stables og tåler maskinen.|Six of them, to stack, that stand the dishwasher.
Almvik: Källa=199; Bäck=249; Imma=299

plate|Kitchen > Tableware|plate|ceramic|white,mist,fjord,moss,sand|3|-|lots|27×27×3|3
tallriken|tallerkenen|plate
Stengods med en kant som håller kvar såsen.|Stentøj med en kant, der holder på saucen.|Stoneware with an edge that keeps the sauce in.
Almvik: Strand, 21 cm=89; Strand, 27 cm=119; Kvarts, 27 cm=149; Flinta, 24 cm=129

mug|Kitchen > Tableware|mug|ceramic|fjord,white,moss,ochre,heather,sand|4|-|lots|9×9×10|3
muggen|kruset|mug
Örat rymmer tre fingrar, och glasyren är sig lik i maskinen.|Hanken har plads til tre fingre, og glasuren holder i maskinen.|The handle takes three fingers, and the glaze lasts in the dishwasher.
Almvik: Morgonrock=99; Bränning=129; Frukost=79; Trekopp=149

bowl|Kitchen > Tableware|bowl|ceramic|white,fjord,sand,moss|3|-|lots|16×16×8|3
skålen|skålen|bowl
För gröt på morgonen och soppa på kvällen.|Til grød om morgenen og suppe om aftenen.|For porridge in the morning and soup in the evening.
Almvik: Gröt=99; Soppa=129; Sallad, 26 cm=299

board|Kitchen > Kitchen tools|board|wood|oak,walnut|2|-|many|45×28×3|5
skärbrädan|skærebrættet|cutting board
Ändträ som är snällt mot eggen, med ett spår för saften.|Endetræ, der er nænsomt mod æggen, med en rille til saften.|End grain that is kind to the edge, with a groove for the juice.
Almvik: Hacka=299; Skiva=449; Brödbit=249

jug|Kitchen > Glass|jug|glass|clear,smoke|2|-|some|11×11×28|2
karaffen|karaflen|carafe
Munblåst, med en kork av ek som också är lock.|Mundblæst, med en prop af eg, der også er låg.|Mouth-blown, with a stopper of oak that is the lid as well.
Almvik: Brunnsvatten=299; Måltidsvatten=249

vase|Home > Decoration|vase|ceramic|white,fjord,moss,ochre,heather,graphite|3|-|some|16×16×28|2
vasen|vasen|vase
Drejad hals som håller buketten samman, också när den är liten.|Drejet hals, der holder buketten sammen, også når den er lille.|Thrown neck that holds the bunch together, even a small one.
Skärv: Vippa=249; Stängel=349; Knippe=449; Blad=299; Humle=599

candle|Home > Decoration|candle|steel|brass,black,white|3|-|many|10×10×18|3
ljusstaken|lysestagen|candlestick
Tung fot och en skål som tar hand om stearinet.|Tung fod og en skål, der tager sig af stearinen.|Heavy foot, and a dish that minds the wax.
Skärv: Låga=149; Stillhet=249; Skymma=199; Fyra=399

mirror|Home > Decoration|mirror|glass|oak,black,brass|2|-|some|60×4×80|5
spegeln|spejlet|mirror
Slipad kant och beslag som sitter på millimetern.|Slebet kant og beslag, der sidder på millimeteren.|Ground edge, and fittings that sit to the millimetre.
Skärv: Tjärnblick=899; Oval=1195; Helfigur=1995; Glimta=599

clock|Home > Decoration|clock|wood|white,black,oak|2|-|some|30×4×30|3
väggklockan|vægguret|wall clock
Går utan att ticka, med siffror som läses på håll.|Går uden at tikke, med tal, der læses på afstand.|Runs without ticking, with figures that can be read from afar.
Skärv: Timme=399; Middag=499; Kvart=349

plantpot|Home > Decoration|plantpot|ceramic|clay,white,fir,graphite,mist|3|-|many|22×22×20|2
krukan|urtepotteskjuleren|plant pot
Glaserad inuti, så att fönsterbrädan förblir torr.|Glaseret indvendigt, så vindueskarmen forbliver tør.|Glazed inside, so that the window sill stays dry.
Skärv: Grodd=149; Planta=199; Rot=299; Kaktus=129; Orangeri=449

frame|Home > Decoration|frame|wood|oak,black,white|3|-|many|50×2×70|3
tavelramen|billedrammen|picture frame
Riktigt glas, syrafri passepartout och upphängning åt båda hållen.|Rigtigt glas, syrefri passepartout og ophæng på begge led.|Real glass, acid-free mount, and hangs either way.
Skärv: Minne, 30 × 40=199; Minne, 50 × 70=349; Galleri, 70 × 100=599

basket|Home > Storage|basket|willow|willow,graphite,white|2|-|many|38×28×24|3
flätkorgen|fletkurven|woven basket
Flätad på ett och samma ställe sedan länge, med handtag som håller.|Flettet ét og samme sted i mange år, med håndtag, der holder.|Woven in one and the same place for years, with handles that hold.
Näver: Garn=249; Ved=449; Picknick=599; Leksak=299

box|Home > Storage|box|plastic|clear,mist,fjord,graphite|2|-|lots|39×28×24|5
förvaringslådan|opbevaringskassen|box with lid
Går att stapla fulla, och locket sitter kvar när någon bär.|Kan stables fyldte, og låget bliver siddende, når nogen bærer.|Stacks when full, and the lid stays on when somebody carries it.
Näver: Reda, 10 l=79; Reda, 25 l=119; Reda, 60 l=199; Vind, 80 l=249

hooks|Home > Storage|hooks|wood|oak,white,black|2|-|some|60×8×9|5
krokbrädan|knagerækken|row of hooks
Fem krokar som bär en våt vinterjacka var.|Fem knager, der hver bærer en våd vinterjakke.|Five hooks that each carry a wet winter coat.
Skärv: Hallon=299; Häng=399; Knage=249
`;
