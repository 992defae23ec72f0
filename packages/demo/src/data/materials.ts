// What goods are made of and how they are looked after. key | English | Swedish care | Danish care | English care
export const materialLines = `
cloth|woven fabric|Klädseln går att ta av och kemtvätta.|Betrækket kan tages af og renses.|The cover comes off and can be dry-cleaned.
wool|wool|Vädra hellre än att tvätta; ullen rengör sig själv.|Luft hellere end at vaske; ulden renser sig selv.|Air it rather than wash it; wool cleans itself.
merino|merino wool|Ulltvätt i trettio grader, platt torkning.|Uldvask ved tredive grader, tørres fladt.|Wool wash at thirty degrees, dry flat.
cotton|cotton|Tvättas i sextio grader.|Vaskes ved tres grader.|Wash at sixty degrees.
linen|linen|Tvättas i fyrtio grader och behöver inte strykas.|Vaskes ved fyrre grader og behøver ikke stryges.|Wash at forty degrees; it needs no ironing.
down|down and feather|Tvättas i fyrtio grader och torktumlas med två tennisbollar.|Vaskes ved fyrre grader og tørretumbles med to tennisbolde.|Wash at forty degrees and tumble dry with two tennis balls.
wood|solid wood and veneer|Torka av med fuktig trasa och olja en gång om året.|Tør af med en fugtig klud, og giv olie en gang om året.|Wipe with a damp cloth and oil it once a year.
steel|steel|Torka av med mjuk trasa.|Tør af med en blød klud.|Wipe with a soft cloth.
iron|cast iron|Diska för hand, torka torrt och olja lätt.|Vask op i hånden, tør efter, og giv lidt olie.|Wash by hand, dry it and oil it lightly.
ceramic|stoneware|Tål diskmaskin.|Tåler opvaskemaskine.|Goes in the dishwasher.
glass|glass|Putsas med ljummet vatten.|Pudses med lunkent vand.|Clean with lukewarm water.
plastic|recycled plastic|Torka av med ljummet vatten.|Tør af med lunkent vand.|Wipe with lukewarm water.
willow|willow|Damma av, och duscha den ljummen en gång om året.|Støv af, og giv den et lunkent brusebad en gang om året.|Dust it, and give it a lukewarm shower once a year.
polyester|recycled polyester|Tvättas i fyrtio grader utan sköljmedel.|Vaskes ved fyrre grader uden skyllemiddel.|Wash at forty degrees without softener.
nylon|recycled nylon|Tvättas i trettio grader; impregnera efter var femte tvätt.|Vaskes ved tredive grader; imprægner efter hver femte vask.|Wash at thirty degrees; proof it after every fifth wash.
leather|leather|Borsta rent, vaxa och torka i rumsvärme.|Børst ren, giv voks, og tør ved stuetemperatur.|Brush clean, wax, and dry at room temperature.
rubber|natural rubber|Skölj av och torka i skuggan.|Skyl af, og tør i skyggen.|Rinse and dry in the shade.
foam|foam|Vädra ofta och vänd en gång i månaden.|Luft ofte, og vend en gang om måneden.|Air it often and turn it once a month.
jute|jute and coir|Skaka eller dammsug.|Ryst eller støvsug.|Shake or vacuum.
`;
