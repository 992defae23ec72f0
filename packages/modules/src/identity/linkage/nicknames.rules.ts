// Short and pet forms of given names, Swedish, Danish and English. One line a family; the first is the full name.

const FAMILIES = `
alexander alex sasha sander xander alec|alexandra alex sandra sasha|andreas andy anders|anders ante|andrew andy drew|
anna ann anne annie anni|annette nettan|anthony tony|anton tony|antonia toni|benjamin ben benny|birgitta gittan britta|
birgitte gitte|britt-marie britta|carl kalle charlie|karl kalle|caroline carro line|karoline line|catherine cathy kate katie|
katharine kate kathy katie|katarina kattis kajsa karin|charles charlie chuck chas|charlotte lotta lottie charlie lotte|
christian chris christer|christina chris tina stina kicki|kristina tina stina kicki|christine chris tina stine|
christopher chris kit topher|kristoffer chris kris stoffer|daniel dan danny danne|david dave davy|deborah deb debbie|
dorothy dot dolly|edward ed eddie ted ned|eleanor ellie nell nora|eleonora nora|elisabeth lisa lisbet lis bettan betty elise|
elizabeth liz beth betty lizzie eliza lisa|emilia milla emmy|erik jerker|eva evy|frances fran fanny|francis frank|
frederick fred freddie|fredrik fred fredde figge|frederik fred frede|gabriel gabbe gabe|georg jörgen|george geordie|gerald gerry jerry|
gregory greg|gunilla nilla|gustav gurra gösta|helena lena helen|helene lene|henrik henke henry|henry harry hank hal|isabella bella isa izzy|
jacob jake|jakob jake|james jim jimmy jamie|jane janie jenny|jens jeppe|jennifer jen jenny|jessica jess jessie|johan janne johnny|johannes hannes johan john|
john jack johnny jon|jonathan jon jonny|jonas jonte|jørgen jørn|joseph joe joey|josef joe jussi|josephine jo josie|judith judy|katherine kate kathy katie kat|
kenneth ken kenny kenta|kirsten kis|lars lasse|laurence larry laurie|lawrence larry laurie|leonard leo len lenny|louise lou lollo|lovisa lollo|ludvig ludde|magdalena lena magda|
magnus mange|margaret maggie meg peggy marge|margareta greta maggan|margrethe grethe|maria mia maja marie mary|mary molly polly|martin matte|martina tina|matilda tilda tilly|
matthew matt|mathias matte mads|mattias matte|maximilian max|michael mike mick mickey mikey|mikael micke mike|mikkel mick|mogens mugge|nathaniel nat nate|
nicholas nick nicky|niklas nicke|nikolaj niko|nils nisse|olof olle|ole oluf|oskar ogge|oscar ogge|patricia pat patty trish tricia|patrick pat paddy|patrik putte|
pamela pam|paul pål poul|peter pete petter|per pelle pär|philip phil pip|philippa pippa|raymond ray|rebecca becky becca|rebecka becka|
richard rich rick dick ricky richie|robert rob bob bobby robbie bert|ronald ron ronnie|samantha sam|samuel sam sammy|sara sally|sarah sally sadie|sebastian seb basse|
sofia fia sofie|sophie sophia|stefan steffe|steffen stef|stephen steve stevie|steven steve|susan sue susie|susanne sanne susie sussi|susanna sanna|søren sørn|
theodore ted teddy theo|theresa terry tess|thomas tom tommy tompa|timothy tim timmy|torbjörn tobbe|tobias tobbe toby|ulrika ulla rickan|valdemar valle|victoria vicky tori|viktoria vicky vickan|
vilhelm ville|william bill billy will willie liam|vincent vince|zachary zach zak`;

function familiesOf(fold: (raw: string) => string): Map<string, Set<number>> {
  const found = new Map<string, Set<number>>();
  FAMILIES.split("|").forEach((family, index) => {
    for (const name of family.split(/\s+/).filter((each) => each !== "")) {
      const key = fold(name);
      found.set(key, (found.get(key) ?? new Set()).add(index));
    }
  });
  return found;
}

export type Nicknames = { known(name: string): boolean; alike(a: string, b: string): boolean };

/** By the table: whether a name is in it, and whether two can be one given name (Kalle and Karl, Bob and Robert). */
export function nicknamesBy(fold: (raw: string) => string): Nicknames {
  const families = familiesOf(fold);
  return {
    known: (name) => families.has(name),
    alike(a, b) {
      const other = families.get(b);
      if (other === undefined) return false;
      for (const family of families.get(a) ?? []) if (other.has(family)) return true;
      return false;
    },
  };
}
