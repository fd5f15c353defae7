/** Files that Teams puts into a person's own OneDrive, after they agreed to each. Only in a chat with one person. */

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

export interface PersonFiles {
  /**
   * Writes the file. Asked twice for one place, it is written once and both get the same answer.
   * @param sizeInBytes of all parts together; with another size the file is not kept.
   * @returns whether it is there now.
   */
  write(place: UploadPlace, sizeInBytes: number, parts: AsyncIterable<string>): Promise<boolean>;
}
