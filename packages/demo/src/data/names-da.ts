// First names in Denmark by the decade a person was born in, and surnames, with how common they are, roughly.
// Written down from general knowledge; no list of anybody was used.
import { weights } from "../chance.rules.ts";

const decades = (lines: string) =>
  lines
    .trim()
    .split("\n")
    .map((line) => weights(line));

/** From the 1940s on, a line a decade. */
export const womenDa = decades(`
Kirsten:9 Inge:6 Karen:7 Lis:5 Bente:7 Hanne:6 Birthe:6 Jytte:6 Inger:5 Grethe:5 Lone:4 Else:4 Ruth:3 Annelise:3 Tove:3 Ulla:3 Bodil:2
Hanne:8 Lene:7 Susanne:7 Kirsten:6 Bente:5 Inge:3 Annette:6 Jette:5 Lone:5 Anne:4 Birgit:4 Dorthe:3 Marianne:5 Gitte:4 Vibeke:3 Merete:2
Susanne:6 Lene:6 Hanne:5 Mette:7 Charlotte:6 Anne:6 Helle:7 Dorthe:5 Pia:5 Pernille:4 Gitte:5 Tina:4 Lone:3 Heidi:3 Anja:2 Fatma:1
Mette:8 Anne:7 Louise:5 Camilla:6 Maria:6 Pernille:5 Charlotte:5 Rikke:5 Tina:4 Christina:5 Trine:5 Heidi:3 Anja:3 Karina:3 Line:4 Fatma:2 Ayse:1
Camilla:6 Louise:6 Maria:6 Christina:5 Line:6 Anne:6 Mette:5 Rikke:4 Stine:5 Maja:4 Julie:5 Katrine:5 Sofie:3 Nanna:4 Signe:4 Cecilie:4 Zainab:2 Amalie:2
Julie:7 Sofie:7 Cecilie:6 Emma:5 Camilla:4 Amalie:6 Mathilde:6 Ida:6 Maria:5 Laura:5 Sarah:5 Anna:5 Caroline:5 Freja:4 Nanna:3 Amina:2 Signe:4
Emma:6 Sofie:6 Ida:6 Freja:6 Laura:6 Mathilde:5 Anna:5 Clara:5 Caroline:5 Maja:5 Alberte:4 Lærke:4 Isabella:4 Josefine:4 Astrid:3 Asta:2 Aisha:2`);

export const menDa = decades(`
Jørgen:9 Poul:7 Hans:7 Jens:6 Niels:6 Erik:6 Svend:5 Knud:4 Kaj:3 Ole:6 Preben:4 Finn:4 Bent:6 Kurt:4 Leif:3 Børge:3 Henning:3
Peter:7 Jens:7 Lars:6 Niels:6 Hans:5 Jørgen:4 Ole:5 Henrik:5 Per:5 Søren:4 Finn:3 John:4 Carsten:4 Torben:5 Steen:2 Flemming:3 Bjarne:2
Lars:8 Henrik:7 Michael:7 Peter:6 Jens:6 Søren:6 Thomas:5 Jesper:5 Kim:5 Jan:5 Torben:3 Claus:4 Carsten:3 Anders:3 Allan:3 Mustafa:1
Thomas:7 Michael:6 Martin:6 Lars:5 Jesper:6 Søren:6 Henrik:5 Anders:6 Christian:5 Morten:6 Brian:4 Rasmus:3 Kenneth:3 Jakob:4 Ali:1 Mehmet:2
Martin:6 Christian:6 Thomas:5 Anders:5 Rasmus:6 Jonas:5 Mads:6 Kasper:6 Nicolai:4 Morten:4 Simon:4 Jakob:4 Daniel:4 Mikkel:6 Mohammed:2 Emil:3
Mathias:7 Frederik:7 Emil:6 Oliver:5 Mikkel:6 Rasmus:6 Christian:5 Mads:6 Magnus:6 Kasper:4 Lucas:5 Nikolaj:4 Sebastian:4 Tobias:4 Ahmed:2 Jonas:4
William:6 Oliver:6 Noah:5 Emil:6 Lucas:6 Victor:6 Magnus:6 Frederik:6 Mikkel:5 Malthe:4 Oscar:5 Mathias:5 Valdemar:3 Anton:3 August:2 Yusuf:2`);

export const surnamesDa = weights(`
Nielsen:25 Jensen:25 Hansen:21 Andersen:16 Pedersen:16 Christensen:13 Larsen:12 Sørensen:11 Rasmussen:9 Jørgensen:9
Petersen:8 Madsen:6 Kristensen:6 Olsen:5 Thomsen:4 Christiansen:4 Poulsen:4 Johansen:4 Møller:4 Mortensen:4 Knudsen:3
Jakobsen:3 Mikkelsen:3 Olesen:2 Frederiksen:2 Lund:2 Holm:2 Laursen:2 Schmidt:2 Eriksen:2 Kristiansen:2 Simonsen:2
Clausen:2 Svendsen:1 Andreasen:1 Iversen:1 Mogensen:1 Jeppesen:1 Nissen:1 Lauridsen:1 Bech:1 Østergaard:1 Vestergaard:1
Kjær:1 Dam:1 Friis:1 Bach:1 Skov:1 Dahl:1 Winther:1 Lassen:1 Bang:1 Toft:1 Bruun:1 Ali:1 Ahmed:1 Hussain:1 Yilmaz:1 Nguyen:1
Khan:1 Krogh:1 Juhl:1 Brandt:1 Nørgaard:1 Thygesen:1 Kruse:1 Kofoed:1 Bertelsen:1 Carlsen:1 Overgaard:1`);
