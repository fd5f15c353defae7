/** The two people of the demonstration, who are the first two people of the Agents Playground. */

export interface DemonstrationPerson {
  name: string;
  aadObjectId: string;
  address: string;
}

/** The ids are the Playground's own, and one digit longer than real ones. */
export const DEMONSTRATION_PEOPLE: Readonly<{
  tenantId: string;
  administrator: DemonstrationPerson;
  staff: DemonstrationPerson;
}> = {
  tenantId: '00000000-0000-0000-0000-0000000000001',
  administrator: {
    name: 'Alex Wilber',
    aadObjectId: '00000000-0000-0000-0000-0000000000020',
    address: 'alex.wilber@willowbrook.example',
  },
  staff: {
    name: 'Megan Bowen',
    aadObjectId: '00000000-0000-0000-0000-0000000000021',
    address: 'megan.bowen@willowbrook.example',
  },
};
