const format = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });

/** Made once a page: a formatter costs more than a card. */
export const formatDate = (text) => format.format(new Date(text));
