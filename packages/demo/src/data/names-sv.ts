// First names in Sweden by the decade a person was born in, and surnames, with how common they are, roughly.
// Written down from general knowledge; no list of anybody was used.
import { weights } from "../chance.rules.ts";

const decades = (lines: string) =>
  lines
    .trim()
    .split("\n")
    .map((line) => weights(line));

/** From the 1940s on, a line a decade. */
export const womenSv = decades(`
Birgitta:9 Karin:8 Margareta:8 Ingrid:7 Kerstin:7 Inger:6 Ulla:6 Gunilla:6 Barbro:5 Anita:5 Marianne:5 Eva:5 Britt-Marie:3 Siv:3 Gun:3 Solveig:2 Monica:3 Kristina:3
Eva:9 Lena:8 Birgitta:7 Karin:6 Margareta:6 Kerstin:5 Agneta:5 Gunilla:5 Marie:4 Ann-Christin:4 Anita:4 Elisabeth:4 Monica:4 Susanne:4 Maria:4 Ingela:3 Yvonne:2 Helena:2
Anna:7 Eva:7 Lena:6 Maria:6 Susanne:6 Annika:6 Helena:5 Carina:5 Åsa:5 Ulrika:4 Marie:4 Katarina:4 Pernilla:3 Camilla:3 Anette:3 Cecilia:3 Petra:2 Jasmina:1 Mehri:1
Anna:9 Maria:8 Malin:6 Jenny:6 Sara:6 Linda:5 Åsa:4 Sofia:5 Johanna:4 Helena:4 Camilla:4 Karolina:3 Therese:3 Cecilia:3 Charlotta:2 Ulrika:2 Fatima:2 Leila:1 Magdalena:2 Mirjam:1
Emma:8 Sara:7 Johanna:7 Anna:7 Elin:7 Hanna:6 Sofia:5 Jenny:4 Linda:4 Malin:4 Josefin:4 Sandra:4 Frida:4 Ida:5 Lisa:4 Amanda:3 Zeinab:2 Aida:1 Dunja:1 Karolina:3
Emma:8 Elin:7 Julia:7 Sara:6 Amanda:6 Hanna:6 Matilda:5 Moa:5 Linnéa:6 Ida:5 Frida:5 Rebecka:4 Sofia:4 Felicia:4 Ebba:4 Astrid:2 Maryam:2 Amina:2 Sanna:3 Tove:2
Emma:6 Julia:6 Wilma:6 Elsa:6 Ella:5 Maja:6 Alva:6 Klara:5 Ida:5 Tuva:4 Ebba:5 Astrid:4 Agnes:4 Nellie:3 Saga:4 Tilde:3 Fatima:2 Noor:2 Alma:3 Signe:3`);

export const menSv = decades(`
Lars:9 Karl-Erik:4 Bengt:7 Göran:6 Sven:6 Jan:7 Bo:6 Leif:5 Rolf:4 Lennart:6 Ulf:5 Gunnar:5 Åke:4 Kjell:4 Hans:5 Arne:3 Ingvar:3 Stig:3
Lars:8 Anders:7 Per:6 Jan:6 Bo:5 Ulf:5 Göran:5 Hans:5 Thomas:6 Leif:4 Mats:5 Kjell:4 Christer:5 Bengt:4 Håkan:4 Stefan:4 Peter:4 Tommy:3 Roger:2 Kent:2
Anders:8 Peter:7 Thomas:7 Mikael:7 Stefan:6 Mats:5 Per:5 Fredrik:5 Magnus:6 Håkan:4 Jonas:4 Patrik:4 Lars:5 Ulf:3 Niklas:3 Joakim:3 Ali:1 Zoran:1 Jörgen:3
Fredrik:7 Andreas:6 Magnus:6 Johan:7 Mikael:6 Daniel:6 Peter:5 Marcus:5 Mattias:5 Jonas:5 Niklas:5 Henrik:4 Martin:5 Kristian:3 Robert:3 Ahmed:2 Dragan:1 Erik:4 Joakim:3 Tobias:3
Johan:7 Erik:6 Daniel:7 Andreas:6 Marcus:6 Mattias:5 David:5 Martin:5 Jonas:4 Gustav:4 Viktor:4 Sebastian:3 Robin:4 Christoffer:4 Simon:4 Mohammed:3 Emil:4 Anton:4 Hassan:2 Milan:1 Oskar:4
Alexander:6 Viktor:6 Oskar:6 Simon:6 Emil:6 Marcus:5 Filip:5 Anton:6 Erik:6 Johan:4 Gustav:5 Sebastian:4 William:4 Albin:4 Jonathan:4 Mohamed:3 Omar:2 Linus:4 Isak:4 Adam:3
William:7 Lucas:6 Oscar:6 Elias:6 Hugo:6 Filip:5 Emil:5 Alexander:5 Liam:4 Viktor:5 Isak:5 Axel:5 Oliver:5 Ludvig:4 Gustav:4 Yusuf:2 Ali:2 Melvin:3 Noah:4 Vincent:3`);

export const surnamesSv = weights(`
Andersson:22 Johansson:22 Karlsson:19 Nilsson:15 Eriksson:13 Larsson:11 Olsson:10 Persson:10 Svensson:9 Gustafsson:8
Pettersson:8 Jonsson:6 Jansson:5 Hansson:5 Bengtsson:4 Jönsson:4 Lindberg:4 Jakobsson:3 Magnusson:3 Lindström:4 Olofsson:3
Lindqvist:3 Lindgren:3 Berg:3 Axelsson:3 Bergström:3 Lundberg:3 Lind:3 Lundgren:3 Lundqvist:3 Mattsson:3 Berglund:3
Fredriksson:2 Sandberg:2 Henriksson:2 Forsberg:2 Sjöberg:2 Wallin:2 Ali:2 Mohamed:2 Engström:2 Eklund:2 Danielsson:2
Lundin:2 Håkansson:2 Björk:2 Bergman:2 Gunnarsson:2 Holm:2 Wikström:2 Samuelsson:2 Isaksson:2 Fransson:2 Bergqvist:2
Nyström:2 Holmberg:2 Arvidsson:2 Löfgren:2 Söderberg:2 Nyberg:2 Blomqvist:2 Claesson:2 Nordström:2 Mårtensson:2 Ahmed:2
Hassan:2 Lundström:2 Viklund:1 Eliasson:1 Pålsson:2 Björklund:1 Berggren:1 Sandström:1 Nordin:1 Ström:1 Åberg:1 Hermansson:1
Ekström:1 Falk:1 Holmgren:1 Sundberg:1 Hedlund:1 Dahlberg:1 Hellström:1 Sjögren:1 Ek:1 Blom:1 Öberg:1 Åkesson:2 Ibrahim:1
Abdi:1 Petrovic:1 Kovacevic:1 Nguyen:1 Rahimi:1 Yildiz:1 Kowalska:1 Haddad:1 Stenberg:1 Dahlgren:1 Malmqvist:1 Rosén:1`);
