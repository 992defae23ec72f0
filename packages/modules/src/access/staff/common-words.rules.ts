// Words that guessers try first, in English, Swedish and Danish, in lower case, digits that stand for letters undone.
// Put together by us.
export const commonWords: readonly string[] = `
aaaa aalborg aarhus abba abcd access adgangskode admin administrator alexander alskling amanda
amazon america anders andersen andersson andreas andrew android angel anna anthony apple april
arsenal asdf ashley august augusti autumn azerty baby babygirl bamse banana barcelona baseball
basketball batman battery bear beer bella berlin black blink blomma blomst blue boss brondby brøndby
buster butik butiken butterfly camilla change changeme charlie cheese chef chelsea chocolate choklad
chokolade christensen christina coffee company computer computerworld cookie copenhagen correct
correcthorsebatterystaple corvette customer daniel danmark darling database dator december default
demo denmark devil diablo diamond djurgarden djurgården dragon eagle efterår ekonomi elin elizabeth
elskling emil emma engel enter erik eriksson europe evening facebook falcon familie familj family
father februari february ferrari finance finland firma fjäril flower fodbold football forever
fortnite forår fotboll fredag fredrik freedom friday ginger goddag godmorgon gold goodbye google
goteborg gothenburg green grön grøn guest gustafsson göteborg hallo hammarby handboll handel hanne
hansen happy harley have heaven hejhej hejhejhej hejsan hello helpdesk helsinki hemlig hemligheten
hemligt henrik hockey honda honey horse hunter håndbold höst iloveu iloveyou instagram internet
iphone ishockey jagälskardig januari january jegelskerdig jennifer jensen jessica johan johanna
johansson jordan joshua juli july june juni kaffe kalle karin karl karlsson kassa kassan katrine
killer kode kodeord kontor kontoret kristina kund kunde kunden köpenhamn københavn lars larsen
larsson ledare lena letmein linda linkedin lion liverpool login london losenord love lovely lover
loveyou lucky luna lördag lösenord lørdag madrid magnus malin malmo malmö mamma manager mandag march
maria marketing mars martin master matrix matthew mattias mercedes metallica mette michael michelle
microsoft mikael mine minecraft molly monday money monkey morning mother mustang måndag netflix
nicole nielsen night nilsson ninja nintendo nirvana nisse norge norway nothing november number
numbers nummer october odense office oktober olsson omnichannel onsdag open orange oscar oskar oslo
owner panther pappa paris passord password passwort pedersen pelle pengar penge pepper persson peter
pikachu pizza playstation please pokemon porsche princess prinsessa prinsesse privat private purple
qazwsx qwerty qwertz rainbow ranger rasmussen robert rocky root saab sales samantha samsung sara
saturday sebastian secret secrets secure security september server service sesam sesame shadow shop
signin sikkerhed silver slipknot snoopy soccer sofia sofie somlos sommar sommer sorensen sort
spiderman spotify spring staple star stars starwars stefan stjerne stjärna stockholm store summer
sunday sunshine superman superuser support susanne svart svensson sverige sweden sweetheart system
säkerhet sömlös söndag sørensen tennis test tester testing that this thomas thunder thursday tiger
tisdag together torsdag toyota trustnoi tuesday twitter united uppsala user username valkommen
vanilla velkommen viktor vinter volvo välkommen wednesday welcome whatever whiskey white william
windows winter with wolf yamaha yellow your youtube zxcv älskling ängel
`
  .trim()
  .split(/\s+/);
