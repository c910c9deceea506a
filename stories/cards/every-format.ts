/** A card that asks for one thing in each format, as a connector would for a business trip. */
export const COUNTRIES = {
  AT: 'Austria',
  BE: 'Belgium',
  HR: 'Croatia',
  CZ: 'Czechia',
  DK: 'Denmark',
  EE: 'Estonia',
  FI: 'Finland',
  FR: 'France',
  DE: 'Germany',
  GR: 'Greece',
  HU: 'Hungary',
  IE: 'Ireland',
  IT: 'Italy',
  LV: 'Latvia',
  LT: 'Lithuania',
  NL: 'Netherlands',
  PL: 'Poland',
  PT: 'Portugal',
  SK: 'Slovakia',
  SI: 'Slovenia',
  ES: 'Spain',
  SE: 'Sweden',
};

/** By format; `long` is a select with more options than can be looked through. */
export const INPUTS = {
  text: { id: 'project', label: 'Project', format: 'text', max_length: 40 },
  textarea: {
    id: 'purpose',
    label: 'Purpose of the trip',
    format: 'textarea',
    display_content: 'One or two sentences; your manager will read it.',
    min_length: 10,
    max_length: 200,
  },
  number: { id: 'budget', label: 'Budget in EUR', format: 'number', range: [50, 5000], min_length: 1 },
  range: { id: 'days', label: 'Days away', format: 'range', range: [1, 14], value: '3' },
  email: { id: 'mail', label: 'Who stands in', format: 'email', display_content: 'Gets a copy of the plan.' },
  tel: { id: 'phone', label: 'Phone on the way', format: 'tel' },
  url: { id: 'agenda', label: 'Agenda', format: 'url' },
  date: { id: 'from', label: 'First day', format: 'date', min_length: 1 },
  time: { id: 'leave', label: 'Leave at', format: 'time' },
  datetime: { id: 'back', label: 'Back by', format: 'date-time' },
  select: {
    id: 'cost',
    label: 'Cost centre',
    format: 'select',
    options: { eng: 'Engineering', ops: 'Operations', sales: 'Sales' },
  },
  radio: {
    id: 'by',
    label: 'Travel by',
    format: 'radio',
    options: { train: 'Train', car: 'Car', plane: 'Plane' },
    min_length: 1,
  },
  checkbox: {
    id: 'needs',
    label: 'Also needed',
    format: 'checkbox',
    options: { hotel: 'A hotel', visa: 'A visa', advance: 'Money in advance, paid back with the report' },
    value: ['hotel'],
  },
  box: {
    id: 'terms',
    label: 'I have read the travel rules',
    format: 'checkbox',
    min_length: 1,
  },
  long: { id: 'country', label: 'Country', format: 'select', options: COUNTRIES, value: 'PT' },
  password: { id: 'pin', label: 'PIN of the travel card', format: 'password', min_length: 4 },
} as const;

export type AskedFormat = keyof typeof INPUTS;

/** The trip, asking for these. */
export function tripAsking(...formats: AskedFormat[]) {
  return {
    id: '3f0a8d9c-5b7e-4a51-9c1b-0d9a6b1c2e34',
    name: 'Trips',
    backend_id: 'trip-2291',
    hash: `asking-${formats.join('-')}`,
    header: { title: 'Workshop in Lisbon', subtitle: ['Requested by Mara Lindqvist'] },
    body: { fields: [{ type: 'GENERAL', title: 'Estimated cost', description: 'EUR 1,284.50' }] },
    actions: [
      {
        id: '5c1f7f5e-6a3c-4f0b-9d6a-2f1f4a7b8c90',
        action_key: 'USER_INPUT',
        label: 'Plan the trip',
        completed_label: 'Planned',
        primary: true,
        type: 'POST',
        url: { href: 'https://flows.aldervoss.example/trips/2291/plan' },
        user_input: formats.map((format) => INPUTS[format]),
      },
      {
        id: '7d0e2c4b-1a9f-4c63-8f0d-6a5b4c3d2e10',
        action_key: 'DIRECT',
        label: 'Call it off',
        completed_label: 'Called off',
        type: 'POST',
        url: { href: 'https://flows.aldervoss.example/trips/2291/cancel' },
      },
    ],
  };
}
