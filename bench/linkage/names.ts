// Common names, streets and towns to make people of. Heads of the lists are met most often.
const list = (text: string): readonly string[] => text.trim().split(/\s+/);

export const given = {
  sv: list(`Anna Lars Maria Karl Eva Anders Karin Johan Kristina Per Lena Nils Emma Erik Sara Jan Åsa Mikael Ingrid Olof Elin Björn
    Gunilla Göran Linnéa Fredrik Ulla Mats Hanna Håkan Märta Jonas Birgitta Stefan Ida Åke Susanne Magnus Malin Sören Kerstin Tomas
    Frida Gösta Annika Daniel Ebba Henrik Sofia Alexander Moa Oskar Wilma Gustav Maja Viktor Julia Elias Alva Hugo Agnes Axel`),
  da: list(`Peter Anne Michael Kirsten Lars Mette Jens Hanne Thomas Helle Henrik Susanne Søren Lene Christian Maria Jan Marianne Martin
    Lone Niels Camilla Anders Pia Morten Louise Jesper Charlotte Mads Bente Rasmus Gitte Per Karen Hans Tina Jørgen Ida Kristian Inge
    Ole Sofie Mikkel Line Kasper Julie Bjørn Åse Emil Freja Magnus Ditte Frederik Astrid Simon Signe Tobias Maja Poul Ellen Knud`),
};

export const surnames = {
  sv: list(`Andersson Johansson Karlsson Nilsson Eriksson Larsson Olsson Persson Svensson Gustafsson Pettersson Jonsson Jansson Hansson
    Bengtsson Jönsson Lindberg Jakobsson Magnusson Lindström Olofsson Lindqvist Lindgren Axelsson Berg Bergström Lundberg Lind
    Lundgren Lundqvist Mattsson Berglund Fredriksson Sandberg Henriksson Forsberg Sjöberg Wallin Engström Eklund Danielsson Håkansson
    Lundin Gunnarsson Bergman Björk Wikström Isaksson Fransson Nyström Holmberg Åberg Öberg Ström Hellström Blomqvist Ekström Sundberg`),
  da: list(`Nielsen Jensen Hansen Pedersen Andersen Christensen Larsen Sørensen Rasmussen Jørgensen Petersen Madsen Kristensen Olsen
    Thomsen Christiansen Poulsen Johansen Møller Mortensen Knudsen Jakobsen Mikkelsen Frederiksen Laursen Lund Schmidt Holm Schultz
    Eriksen Kristiansen Iversen Clausen Simonsen Svendsen Andreasen Mogensen Jeppesen Nissen Lauridsen Østergaard Kjær Jespersen
    Vestergaard Nørgaard Dahl Kjeldsen Bruun Bach Søndergaard Skov Ravn Lorenzen Bertelsen Toft Winther Krogh Åkjær`),
};

export const streets =
  list(`Stor Kyrko Skol Bäck Björk Ek Lind Ring Norra Södra Väster Öster Drottning Kungs Järnvägs Kvarn Slotts
  Hamn Ängs Solros Vinter Sommar Ros Tall Gran Älg Lärk Svan Fisk Torg`);
export const towns =
  list(`Malmö Lund Ystad Göteborg Borås Växjö Örebro Uppsala Gävle Umeå Kiruna Visby Odense Aarhus Aalborg Esbjerg
  Randers Kolding Horsens Vejle Roskilde Næstved Køge Helsingør Sønderborg`);
export const firmWords =
  list(`Nord Bygg Måleri Bageri El Rör Transport Data Konsult Skog Fisk Hav Möbler Trä Glas Mode Blom Cykel Bil
  Frisör Städ Revision Reklam Kök Golv Tak Plåt Smide Livs Café`);
export const hosts = list("gmail.com hotmail.com telia.com live.dk outlook.com mail.dk yahoo.se spray.se");
