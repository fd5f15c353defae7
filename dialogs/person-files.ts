/** Files of a person in a chat with them alone: those that they drop there, and those that Teams puts into their OneDrive. */

/** What Teams asks the person about. */
export interface FileConsent {
  name: string;
  description: string;
  sizeInBytes: number;
  /** Comes back with the answer, as data of this verb; like everything that comes back it proves nothing. */
  verb: string;
  data: Readonly<Record<string, string | number>>;
}

/** Where Teams lets the file be written, once the person has agreed. */
export interface UploadPlace {
  uploadUrl: string;
  /** Where the person finds it afterwards. */
  contentUrl: string;
  name: string;
  uniqueId: string;
  fileType: string;
}

/** A file that a person dropped into the chat. */
export interface DroppedFile {
  /** As they call it, with anything secret masked. */
  name: string;
  /** How its name ends, in small letters: `csv`. Empty when nobody says. */
  type: string;
  /** Its address is a permission, and no step may keep it. */
  downloadUrl: string;
}

/** Why a dropped file was not read to its end. */
export type FileFault = 'too-large' | 'not-allowed' | 'not-there';

/** Ends the reading of a dropped file. */
export class FileNotRead extends Error {
  readonly fault: FileFault;

  constructor(fault: FileFault) {
    super(fault);
    this.fault = fault;
  }
}

export interface PersonFiles {
  /**
   * The bytes of a dropped file, as they come.
   * @param most how many there may be.
   * @throws FileNotRead from the bytes, before the first or after any.
   */
  read(file: DroppedFile, most: number): AsyncIterable<Uint8Array>;
  /**
   * Writes the file. Asked twice for one place, it is written once and both get the same answer.
   * @param sizeInBytes of all parts together; with another size the file is not kept.
   * @returns whether it is there now.
   */
  write(place: UploadPlace, sizeInBytes: number, parts: AsyncIterable<string>): Promise<boolean>;
}
