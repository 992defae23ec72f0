// What the head of a column says that it holds, in the languages that exports come in: without case, accents and signs.

import { plain } from "./text.rules.ts";

const oneOf = (words: string): RegExp => new RegExp(`^(${words.trim().split(/\s+/).join("|")})\\d?$`);

/** Given name, birth, personal number. */
const PERSONAL = oneOf(`
  (given|first|fore|christian)names? (for|tilltals)namn fornavn etunimi vorname prenom nombre voornaam nome imie
  (dateof)?birth(date|day)? dob fodd fodelse(datum|dag|tid) fodsels(dato|dag) geburtsdatum syntymaaika
  soc(ial)?sec(urity)?(id|number|no|nr)? ssn person(al)?(nummer|nr|number|id) cpr(nr|nummer)? fodselsnummer nationalid`);

/** Surname, home, phone. */
const SHARED = oneOf(`
  (sur|last|family)names? efternamn efternavn etternavn sukunimi (nach|familien)name nomdefamille apellidos? cognome
  achternaam nazwisko sobrenome soyadi?
  street(address|name)? address(line)? addr (gatu|hem|bostads)?adress gata vejnavn gadenavn (katu)?osoite
  strasse anschrift adresse rue direccion domicilio calle via indirizzo straat adres ulica
  (post|postal|zip)code zip postn(umme)?r postinumero plz postleitzahl codepostal cp codigopostal cap kodpocztowy
  town city suburb locality (post)?ort stad by poststed kaupunki stadt wohnort ville ciudad poblacion localidad citta
  comune (woon)?plaats miasto miejscowosc sehir
  (tele|mobile|cell)?phone(number|no|nr)? mobile tel(efon|efono|efone|efoon)?(nummer|nr)? mobil(nummer|nr)? handy
  (matka)?puhelin(numero)? movil gsm cellulare`);

const bare = (head: string): string => plain(head).replaceAll(" ", "");

/** Of one person alone, not of a household. */
export const saysOfOne = (head: string): boolean => PERSONAL.test(bare(head));
/** Of a person, or of everybody under one roof. */
export const saysOfPeople = (head: string): boolean => saysOfOne(head) || SHARED.test(bare(head));
