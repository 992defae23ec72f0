// Names, streets, towns and heads of columns in five languages. Heads of the lists are met most often.
const list = (text: string): readonly string[] => text.trim().split(/\s+/);

export type Tongue = {
  readonly women: readonly string[];
  readonly men: readonly string[];
  readonly surnames: readonly string[];
  readonly streets: readonly string[];
  /** What the name of a street ends with, in full and shortened. */
  readonly ways: readonly (readonly [full: string, short: string])[];
  readonly towns: readonly string[];
  readonly hosts: readonly string[];
  readonly titles: readonly [woman: string, man: string, other: string];
  /** Short forms of given names that people here use. */
  readonly pets: Readonly<Record<string, string>>;
  readonly phone: readonly [country: string, start: string, digits: number];
  readonly date: "iso" | "d/m/y" | "d.m.y" | "d-m-y" | "m/d/y";
  readonly numberFirst: boolean;
  readonly heads: Readonly<Record<Head, string>>;
};
export type Head =
  | ("given" | "surname" | "name" | "born" | "street" | "postcode" | "town" | "phone" | "mail" | "sex")
  | ("number" | "country" | "note" | "noise" | "segment");

const headsOf = (text: string): Record<Head, string> => {
  const names = text.split("|");
  const keys =
    "given surname name born street postcode town phone mail sex number country note noise segment";
  return Object.fromEntries(keys.split(" ").map((key, at) => [key, names[at] ?? key])) as Record<
    Head,
    string
  >;
};
const petsOf = (text: string): Record<string, string> =>
  Object.fromEntries(list(text).map((pair) => pair.split(":") as [string, string]));

export const tongues = {
  sv: {
    women:
      list(`Maria Elisabeth Anna Kristina Margareta Eva Linnéa Karin Birgitta Marie Ingrid Marianne Sofia Lena Sara Kerstin Emma Johanna
      Katarina Inger Viktoria Cecilia Susanne Monica Elin Jenny Therese Carina Hanna Louise Irene Ann-Marie Ida Helena Linda Gunilla Annika
      Matilda Ulla Josefin Sofie Anita Ellen Amanda Åsa Camilla Julia Malin Alice Barbro Emelie Märta Ebba Siv Agneta Yvonne Lovisa Frida`),
    men: list(`Erik Lars Karl Anders Johan Per Nils Mikael Jan Hans Peter Olof Lennart Fredrik Gunnar Sven Daniel Bengt Bo Alexander Åke Göran
      Andreas Christer Stefan Magnus Martin Mats John Thomas Mattias Leif Björn Henrik Ulf Jonas Bertil Axel Robert Christian Marcus Niklas
      David Emil Arne Ingemar Kjell Patrik Viktor Oskar Rolf Håkan Roger Joakim Filip Rickard Tobias Gustav William Roland`),
    surnames:
      list(`Andersson Johansson Karlsson Nilsson Eriksson Larsson Olsson Persson Svensson Gustafsson Pettersson Jonsson Jansson Hansson
      Bengtsson Lindberg Carlsson Jakobsson Magnusson Petersson Lindström Olofsson Lindqvist Lindgren Berg Axelsson Bergström Lundberg Lundgren
      Lind Mattsson Berglund Fredriksson Sandberg Henriksson Ali Forsberg Mohamed Sjöberg Wallin Engström Eklund Danielsson Lundin Håkansson
      Björk Bergman Gunnarsson Holm Samuelsson Wikström Isaksson Fransson Ahmed Bergqvist Nyström Holmberg Arvidsson Löfgren Söderberg Nyberg
      Blomqvist Claesson Nordström Hassan Mårtensson Lundström Viklund Eliasson Pålsson Björklund Berggren Sandström Nordin Lund Falk Hermansson`),
    streets:
      list(`Stor Kyrko Skol Björk Ring Norra Södra Väster Öster Drottning Kungs Järnvägs Kvarn Slotts Hamn Ängs Solros Vinter Tall Gran
      Idrotts Ek Parallell Industri Trädgårds Ny Skogs Å Löv Sjö Lärk Svan Bergs Vasa Linné`),
    ways: [
      ["gatan", "g."],
      ["vägen", "v."],
      ["gränd", "gr"],
    ],
    towns:
      list(`Stockholm Göteborg Malmö Uppsala Västerås Örebro Linköping Helsingborg Jönköping Norrköping Lund Umeå Gävle Borås Södertälje
      Eskilstuna Karlstad Täby Växjö Halmstad Sundsvall Luleå Trollhättan Östersund Borlänge`),
    hosts: list(
      "gmail.com hotmail.com telia.com outlook.com live.se icloud.com yahoo.se bredband.net comhem.se",
    ),
    titles: ["Fru", "Herr", "Dr"],
    pets: petsOf(
      "Maria:Mia Elisabeth:Lisa Margareta:Greta Katarina:Kattis Kristina:Stina Birgitta:Gittan Lars:Lasse Karl:Kalle Mikael:Micke",
    ),
    phone: ["46", "7", 8],
    date: "iso",
    numberFirst: false,
    heads: headsOf(
      "Förnamn|Efternamn|Namn|Födelsedatum|Gatuadress|Postnr|Postort|Telefon|E-post|Kön|Kundnr|Land|Anteckning|Värde|Segment",
    ),
  },
  da: {
    women:
      list(`Anne Mette Kirsten Hanne Anna Helle Susanne Lene Maria Marianne Lone Camilla Inge Pia Karen Louise Bente Charlotte Tina Jette Julie
      Ida Emma Sofie Gitte Birthe Dorthe Laura Line Mathilde Katrine Cecilie Heidi Sara Caroline Inger Christina Ulla Kirstine Maja Pernille
      Britta Lis Freja Sanne Trine Vibeke Nanna Merete Stine Signe Rikke Astrid Randi Bodil Annette`),
    men: list(`Peter Jens Michael Lars Thomas Henrik Søren Christian Jan Martin Niels Anders Morten Jesper Jørgen Hans Mads Rasmus Per Ole Simon Mikkel
      Kim Frederik Jonas Daniel Claus Kasper Erik Nikolaj Steen Torben Anton Emil Jacob Jakob Magnus Poul Kristian Bent Brian Finn Tobias
      Oliver Kurt Mathias Flemming William Svend Alexander Victor John Carsten Allan Leif Bjarne Bo`),
    surnames:
      list(`Nielsen Jensen Hansen Andersen Pedersen Christensen Larsen Sørensen Rasmussen Jørgensen Petersen Madsen Kristensen Olsen Thomsen
      Christiansen Poulsen Johansen Møller Mortensen Knudsen Jakobsen Jacobsen Mikkelsen Olesen Frederiksen Laursen Henriksen Lund Schmidt Eriksen
      Holm Kristiansen Clausen Simonsen Svendsen Andreasen Iversen Jeppesen Mogensen Nissen Lauridsen Østergaard Kjær Jespersen Vestergaard
      Frandsen Nørgaard Dahl Kjeldsen Bruun Bach Søndergaard Skov Ravn Bertelsen Toft Winther Krogh Friis Brandt Carlsen`),
    streets:
      list(`Nørre Vester Øster Sønder Skole Kirke Mølle Birke Bøge Ege Have Sol Strand Skov Bakke Park Hoved Ting Jernbane Eng Lærke Rosen Kastanje
      Dal Kær Kloster Gamle Ny Hjorte Rug Hvede`),
    ways: [
      ["gade", "g."],
      ["vej", "v."],
      ["allé", "al."],
    ],
    towns:
      list(`København Aarhus Odense Aalborg Esbjerg Randers Kolding Horsens Vejle Roskilde Herning Silkeborg Næstved Fredericia Viborg Køge
      Holstebro Taastrup Slagelse Hillerød Sønderborg Svendborg`),
    hosts: list("gmail.com hotmail.com live.dk mail.dk outlook.dk icloud.com yahoo.dk stofanet.dk jubii.dk"),
    titles: ["Fru", "Hr.", "Dr."],
    pets: petsOf(
      "Birthe:Bitten Susanne:Sanne Caroline:Line Kirstine:Stine Christian:Chris Frederik:Fred Alexander:Alex Kristian:Kris Thomas:Tom",
    ),
    phone: ["45", "", 8],
    date: "d-m-y",
    numberFirst: false,
    heads: headsOf(
      "Fornavn|Efternavn|Navn|Fødselsdag|Adresse|Postnummer|By|Mobil|Mail|Køn|Kundenummer|Land|Bemærkning|Værdi|Gruppe",
    ),
  },
  en: {
    women:
      list(`Mary Patricia Jennifer Linda Elizabeth Barbara Susan Jessica Sarah Karen Lisa Nancy Betty Sandra Margaret Ashley Kimberly Emily Donna
      Michelle Carol Amanda Melissa Deborah Stephanie Rebecca Sharon Laura Cynthia Dorothy Amy Kathleen Angela Shirley Emma Brenda Pamela Nicole
      Anna Samantha Katherine Christine Debra Rachel Carolyn Janet Maria Olivia Heather Helen Catherine Diane Julie Victoria Joyce Lauren Kelly`),
    men: list(`James Robert John Michael David William Richard Joseph Thomas Christopher Charles Daniel Matthew Anthony Mark Donald Steven Andrew Paul
      Joshua Kenneth Kevin Brian Timothy Ronald George Jason Edward Jeffrey Ryan Jacob Nicholas Gary Eric Jonathan Stephen Larry Justin Scott
      Brandon Benjamin Samuel Gregory Alexander Patrick Frank Raymond Jack Dennis Jerry Tyler Aaron Jose Adam Nathan Henry Zachary Douglas`),
    surnames:
      list(`Smith Jones Williams Taylor Brown Davies Evans Wilson Thomas Johnson Roberts Robinson Thompson Wright Walker White Edwards Hughes Green
      Hall Lewis Harris Clarke Patel Jackson Wood Turner Martin Cooper Hill Ward Morris Moore Clark Lee King Baker Harrison Morgan Allen James
      Scott Phillips Watson Davis Parker Price Bennett Young Griffiths Mitchell Kelly Cook Carter Richardson Bailey Collins Bell Shaw Murphy
      Miller Cox Richards Khan Marshall Anderson Simpson Ellis Adams Singh Begum Wilkinson Foster Chapman Powell Webb Rogers Gray Mason`),
    streets:
      list(`High Station Main Park Church London Victoria Green Manor Kings Queens New Grange Mill Windsor Albert Highfield West East South North York
      Springfield George Chester Alexandra Stanley School Broad Bridge Richmond`),
    ways: [
      [" Street", " St"],
      [" Road", " Rd"],
      [" Avenue", " Ave"],
      [" Lane", " Ln"],
    ],
    towns:
      list(`London Birmingham Leeds Glasgow Sheffield Bradford Liverpool Edinburgh Manchester Bristol Cardiff Leicester Coventry Nottingham Newcastle
      Plymouth Derby Wolverhampton Stoke Southampton Swansea Salford Aberdeen Portsmouth York`),
    hosts: list("gmail.com hotmail.co.uk yahoo.com outlook.com btinternet.com icloud.com aol.com sky.com"),
    titles: ["Mrs", "Mr", "Dr"],
    pets: petsOf(`Elizabeth:Liz Jennifer:Jen Patricia:Pat Margaret:Maggie Katherine:Kate Robert:Bob William:Bill Richard:Dick James:Jim Michael:Mike
      Thomas:Tom Christopher:Chris Edward:Ted Joseph:Joe Anthony:Tony Charles:Charlie Susan:Sue Rebecca:Becky Deborah:Debbie`),
    phone: ["44", "7", 9],
    date: "d/m/y",
    numberFirst: true,
    heads: headsOf(
      "Forename|Surname|Name|Date of birth|Address line 1|Postcode|Town|Phone|Email|Gender|Customer no|Country|Comments|Value|Segment",
    ),
  },
  de: {
    women:
      list(`Maria Ursula Monika Petra Elisabeth Sabine Renate Helga Karin Brigitte Ingrid Erika Andrea Gisela Claudia Susanne Gabriele Christa Birgit
      Barbara Stefanie Angelika Heike Martina Nicole Anja Julia Kerstin Katharina Silke Anna Sandra Melanie Christine Jutta Simone Tanja Bettina
      Ulrike Hannelore Cornelia Marion Doris Lena Leonie Hannah Mia Lea Jana`),
    men: list(`Peter Michael Thomas Andreas Wolfgang Klaus Jürgen Günter Stefan Christian Uwe Werner Horst Frank Dieter Manfred Gerhard Hans Bernd Thorsten
      Matthias Helmut Walter Heinz Martin Jörg Rolf Jens Sven Alexander Rainer Markus Karl Holger Dirk Herbert Ralf Daniel Sebastian Jan Tobias
      Florian Philipp Felix Lukas Leon Maximilian Paul Jonas`),
    surnames:
      list(`Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter Klein Wolf Schröder Neumann Schwarz
      Zimmermann Braun Krüger Hofmann Hartmann Lange Schmitt Werner Schmitz Krause Meier Lehmann Schmid Schulze Maier Köhler Herrmann König Walter
      Mayer Huber Kaiser Fuchs Peters Lang Scholz Möller Weiß Jung Hahn Schubert Vogel Friedrich Keller Günther Frank Berger Winkler Roth Beck
      Lorenz Baumann Franke Albrecht Schuster Simon Ludwig Böhm Winter Kraus Martin Schumacher Krämer Vogt Stein Jäger Otto Sommer Groß Seidel`),
    streets:
      list(`Haupt Schul Garten Bahnhof Dorf Berg Birken Linden Kirch Wald Ring Wiesen Schiller Goethe Mühlen Amsel Feld Buchen Tal Jahn Eichen Post Markt
      Rosen Finken Mozart Park Friedhof Beethoven`),
    ways: [
      ["straße", "str."],
      ["weg", "wg"],
      ["allee", "al."],
    ],
    towns:
      list(`Berlin Hamburg München Köln Frankfurt Stuttgart Düsseldorf Leipzig Dortmund Essen Bremen Dresden Hannover Nürnberg Duisburg Bochum Wuppertal
      Bielefeld Bonn Münster Mannheim Karlsruhe Augsburg Wiesbaden Kiel`),
    hosts: list("gmx.de web.de t-online.de gmail.com freenet.de outlook.de hotmail.de arcor.de"),
    titles: ["Frau", "Herr", "Dr."],
    pets: petsOf(
      "Elisabeth:Lisa Katharina:Kathi Stefanie:Steffi Susanne:Susi Andreas:Andi Michael:Michi Alexander:Alex Sebastian:Basti Johannes:Hannes",
    ),
    phone: ["49", "1", 10],
    date: "d.m.y",
    numberFirst: false,
    heads: headsOf(
      "Vorname|Nachname|Name|Geburtsdatum|Straße|PLZ|Ort|Telefon|E-Mail|Geschlecht|Kundennummer|Land|Bemerkung|Wert|Gruppe",
    ),
  },
  fr: {
    women:
      list(`Marie Nathalie Isabelle Sylvie Catherine Françoise Martine Christine Monique Valérie Sandrine Véronique Nicole Stéphanie Sophie Céline
      Chantal Patricia Anne Brigitte Julie Jacqueline Aurélie Christiane Laurence Dominique Élodie Émilie Camille Léa Manon Chloé Inès Jade Louise`),
    men: list(`Jean Pierre Michel Philippe Alain Nicolas Christophe Patrick Daniel Bernard Frédéric Laurent Stéphane Julien Pascal Éric Thierry David
      Sébastien Olivier Christian Thomas Gérard Jacques Alexandre Vincent Bruno Guillaume François Antoine Maxime Hugo Lucas Louis Théo Gabriel`),
    surnames:
      list(`Martin Bernard Thomas Petit Robert Richard Durand Dubois Moreau Laurent Simon Michel Lefebvre Leroy Roux David Bertrand Morel Fournier
      Girard Bonnet Dupont Lambert Fontaine Rousseau Vincent Muller Lefèvre Faure André Mercier Blanc Guérin Boyer Garnier Chevalier François
      Legrand Gauthier Garcia Perrin Robin Clément Morin Nicolas Henry Roussel Mathieu Gautier Masson Marchand Duval Denis Dumont Marie Lemaire`),
    streets:
      list(`Église Mairie Gare Moulin Château École Lilas Tilleuls Chênes Fontaine Victor-Hugo Pasteur Prés Jardins Vignes Acacias Rosiers Puits Forge
      Liberté République Verdun Voltaire Jaurès`),
    ways: [
      [", rue", ", r."],
      [", avenue", ", av."],
      [", chemin", ", ch."],
    ],
    towns: list(
      `Paris Marseille Lyon Toulouse Nice Nantes Montpellier Strasbourg Bordeaux Lille Rennes Reims Toulon Grenoble Dijon Angers Nîmes Brest Tours`,
    ),
    hosts: list("gmail.com orange.fr free.fr wanadoo.fr hotmail.fr yahoo.fr laposte.net sfr.fr"),
    titles: ["Mme", "M.", "Dr"],
    pets: petsOf(
      "Alexandre:Alex Frédéric:Fred Christophe:Chris Catherine:Cathy Nathalie:Nath Stéphanie:Steph Nicolas:Nico",
    ),
    phone: ["33", "6", 8],
    date: "d/m/y",
    numberFirst: true,
    heads: headsOf(
      "Prénom|Nom|Nom complet|Né le|Adresse|Code postal|Ville|Tél|Courriel|Sexe|N° client|Pays|Remarque|Valeur|Groupe",
    ),
  },
} satisfies Record<string, Tongue>;
export type TongueName = keyof typeof tongues;
