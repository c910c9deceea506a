import type * as z from 'zod/mini';
import { actionSchema, userInputSchema } from './actions.js';
import { cardSchema } from './card.js';
import { link } from './common.js';
import { commentSchema, fieldItemSchema, fieldSchema } from './fields.js';

/*
 * What is said of each member of a card, for people: `npm run schema` makes schema/card.schema.json and
 * docs/card-format.md of it. Nothing a page loads imports this. Whether a member may be absent, and which form
 * it has, is in the zod schemas and not repeated.
 */

/** What is said of one member. */
export interface MemberDoc {
  /** What it means. */
  readonly description: string;
  /** What is seen of it, or what it does. */
  readonly shown: string;
  /** The value that an absent one stands for. */
  readonly default?: unknown;
  /** What an absent one means, where no value says it. */
  readonly absent?: string;
  readonly examples: readonly unknown[];
  /** What each value means. Where the schema allows any text, these are the known ones. */
  readonly values?: Readonly<Record<string, string>>;
}

/** What is said of one kind of object and of each of its members. */
export interface PartDoc<Member extends string = string> {
  /** Its name in `$defs`. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly shown?: string;
  readonly examples: readonly unknown[];
  readonly members: Readonly<Record<Member, MemberDoc>>;
  /** Members that the published schema does not name and that are read all the same. */
  readonly alsoRead?: Readonly<Record<string, MemberDoc>>;
  /** Names that some connectors give to a member, read but not to be recommended. */
  readonly otherNames?: Readonly<Record<string, Member>>;
}

export interface Part extends PartDoc {
  readonly schema: z.core.$ZodObject;
}

/** The compiler asks for a word on each member of the schema, and for none on others. */
export function part<Schema extends z.core.$ZodObject>(
  schema: Schema,
  doc: PartDoc<keyof Schema['_zod']['def']['shape'] & string>,
): Part {
  return { schema, ...doc };
}

export function inner<Schema extends z.core.$ZodType>(optional: {
  _zod: { def: { innerType: Schema } };
}): Schema {
  return optional._zod.def.innerType;
}

function element<Schema extends z.core.$ZodType>(list: { _zod: { def: { element: Schema } } }): Schema {
  return list._zod.def.element;
}

const { shape } = cardSchema;
const headerSchema = inner(shape.header);
const bannerSchema = inner(shape.banner);

const GENERAL = { type: 'GENERAL', title: 'Amount', description: 'EUR 1,284.50' };
const COMMENT = {
  display_name: 'Mara Lindqvist',
  text: 'The hotel bill is missing.',
  creation_date: '2026-03-02T09:30:00Z',
};
const FILE = {
  type: 'ATTACHMENT_URL',
  attachment_name: 'hotel.pdf',
  attachment_url: 'https://flows.example.com/expense/files/81',
  attachment_content_type: 'application/pdf',
  attachment_content_length: 48213,
};
const REASON = { id: 'reason', label: 'Reason', format: 'textarea', min_length: 1, max_length: 500 };
const APPROVE = {
  id: '0c1f5a9e-7f0d-4a86-9a55-4c5d1d9a6b01',
  action_key: 'DIRECT',
  label: 'Approve',
  completed_label: 'Approved',
  primary: true,
  type: 'POST',
  url: { href: 'https://flows.example.com/expense/r-4711/approve' },
  mutually_exclusive_set_id: 'decision',
};
const DECLINE = {
  id: '5e7d31c4-92b8-4f4e-8d1b-6c0f4f0b7a02',
  action_key: 'USER_INPUT',
  label: 'Decline',
  completed_label: 'Declined',
  type: 'POST',
  url: { href: 'https://flows.example.com/expense/r-4711/decline' },
  mutually_exclusive_set_id: 'decision',
  user_input: [REASON],
};
const HEADER = {
  title: 'Trip to Lisbon',
  subtitle: ['Mara Lindqvist', 'Report r-4711'],
  links: { title: 'https://expense.example.com/r-4711', subtitle: [null, null] },
};

const DATE_FORM = 'Write it with seconds and a zone.';

/** Every kind of object in a card, the card first. */
export const cardParts: readonly Part[] = [
  part(cardSchema, {
    id: 'card',
    title: 'Card',
    description:
      'One thing that a user should know or decide. Every member may be absent, and members that are not named here are kept for the host.',
    shown:
      'As an article of header, banner, description, fields, related links and actions. In place of a card with nothing to show, a notice says so.',
    examples: [
      {
        id: '8e0a5e0e-6a5c-4f5b-9f3d-2d1b7c9e4f10',
        backend_id: 'r-4711',
        header: HEADER,
        body: { fields: [GENERAL] },
        actions: [APPROVE, DECLINE],
      },
    ],
    members: {
      id: {
        description:
          'Names this copy of the card. Most connectors make a new one for each response, so a card is recognised by it only when there is neither a backend_id nor a hash.',
        shown: 'Not shown.',
        absent: 'The card is recognised by its backend_id or its hash, else by its content.',
        examples: ['8e0a5e0e-6a5c-4f5b-9f3d-2d1b7c9e4f10'],
      },
      importance: {
        description: '0 is the most important; the larger, the less important.',
        shown: 'Not shown; a host that sorts finds it in Card.importance.',
        absent: 'Less important than any number.',
        examples: [0, 2],
      },
      image: {
        description: 'The picture that stands for the card, as a rule the mark of the system it comes from.',
        shown: 'As the icon beside the title. It is decoration: assistive technology passes it over.',
        absent: 'The initials of name, else of the title, on a colour of their own.',
        examples: [{ href: 'https://static.example.com/expense.png' }],
      },
      creation_date: {
        description: `When the card was made. ${DATE_FORM}`,
        shown: 'Above the title, the way one would say it: "3 hours ago".',
        absent: 'No time is shown, and among cards that are sorted by their age it comes last.',
        examples: ['2026-03-02T09:15:00Z'],
      },
      expiration_date: {
        description: `When the card stops being valid. ${DATE_FORM}`,
        shown: 'As a badge, "Expires …" or "Expired …", which stands out in the last two days and after.',
        absent: 'The card does not expire.',
        examples: ['2026-03-31T17:00:00Z'],
      },
      due_date: {
        description: `When the user must have acted. ${DATE_FORM}`,
        shown: 'As a badge, "Due …" or "Overdue: …", which stands out in the last two days and after.',
        absent: 'Nothing is due.',
        examples: ['2026-03-20T17:00:00+01:00'],
      },
      template: {
        description: 'Where a template for another way of drawing the card lies. Not used here.',
        shown: 'Not shown.',
        absent: 'Nothing changes.',
        examples: [{ href: 'https://flows.example.com/templates/generic.hbs' }],
      },
      header: {
        description: 'What the card is about.',
        shown: 'At the top of the card.',
        absent: 'The name of the card is its title, else "Card".',
        examples: [HEADER],
      },
      links: {
        description: 'Pages that have to do with the card.',
        shown: 'As a list of links below the fields.',
        absent: 'There are none.',
        examples: [[{ href: 'https://expense.example.com/policy', text: 'Travel policy' }]],
      },
      banner: {
        description: 'Pictures and videos.',
        shown: 'Below the header.',
        absent: 'There is none.',
        examples: [{ items: [{ type: 'image', href: 'https://static.example.com/lisbon.jpg' }] }],
      },
      body: {
        description: 'What there is to read.',
        shown: 'Below the header and the banner.',
        absent: 'There is nothing to read but the header.',
        examples: [{ fields: [GENERAL] }],
      },
      hash: {
        description:
          'Changes when the content does. It is made by the connector, in any way. Where there is no backend_id, a card is recognised by it.',
        shown: 'Not shown.',
        absent: 'Whether the content has changed is seen by comparing it.',
        examples: ['6180da64f338c0bd598ba4d04428b45bfc040177'],
      },
      backend_id: {
        description:
          'Names the record that the card is about, the same in each response: by it a card is recognised when it comes again, and what the user typed into it is kept.',
        absent: 'The card is recognised by its hash, else by its id.',
        shown: 'Not shown.',
        examples: ['r-4711'],
      },
      actions: {
        description: 'What the user can do, the most important first. The order is kept.',
        shown: 'As buttons at the end of the card.',
        absent: 'There is nothing to do.',
        examples: [[APPROVE, DECLINE]],
      },
      sticky: {
        description: 'Asks for the card to stand out until some time.',
        shown: 'Not shown; a host finds the time in Card.stickyUntil.',
        absent: 'The card does not stand out.',
        examples: [{ until: '2026-03-20T17:00:00Z' }],
      },
      tags: {
        description: 'Labels that connector and host have agreed upon.',
        shown: 'Not shown; a host finds them in Card.tags.',
        absent: 'It has none.',
        examples: [['approval', 'travel']],
      },
    },
    alsoRead: {
      name: {
        description: 'What the connector, or the system behind it, is called.',
        shown: 'Above the title; in its place when there is none.',
        absent: 'No name is shown.',
        examples: ['Concur'],
      },
    },
  }),
  part(headerSchema, {
    id: 'header',
    title: 'Header',
    description: 'What the card is about, in a few words.',
    examples: [HEADER],
    members: {
      title: {
        description: 'The title of the card.',
        shown: 'As the heading, which is also what assistive technology calls the card.',
        absent: 'The name of the card, else "Card".',
        examples: ['Trip to Lisbon'],
      },
      subtitle: {
        description: 'Lines that say more: who asks, which record.',
        shown: 'Below the title, on one line as long as they are short.',
        absent: 'There is none.',
        examples: [['Mara Lindqvist', 'Report r-4711']],
      },
      links: {
        description: 'Where the title and the subtitles lead.',
        shown: 'The title and the subtitles are links.',
        absent: 'They are no links.',
        examples: [{ title: 'https://expense.example.com/r-4711' }],
      },
    },
  }),
  part(inner(headerSchema.shape.links), {
    id: 'headerLinks',
    title: 'Header links',
    description: 'Makes the title and the subtitles links into the system that the card comes from.',
    examples: [
      { title: 'https://expense.example.com/r-4711', subtitle: ['https://expense.example.com/u/7', null] },
    ],
    members: {
      title: {
        description: 'Where the title leads.',
        absent: 'The title is no link.',
        shown: 'The title is a link.',
        examples: ['https://expense.example.com/r-4711'],
      },
      subtitle: {
        description:
          'Where the subtitles lead, by position. null is for a subtitle that leads nowhere; so are the last ones when the list is shorter.',
        shown: 'The subtitles that have a URL are links.',
        absent: 'No subtitle is a link.',
        examples: [['https://expense.example.com/u/7', null]],
      },
    },
  }),
  part(link, {
    id: 'link',
    title: 'Link',
    description: 'A URL.',
    examples: [{ href: 'https://expense.example.com/r-4711' }],
    members: {
      href: {
        description:
          'An absolute URL. https, http, mailto, tel and sms are used, others when the host allows them; one that could run script never is.',
        shown: 'By what it belongs to: as the target of a link or a button, or as a picture.',
        examples: ['https://expense.example.com/r-4711'],
      },
    },
  }),
  part(element(inner(shape.links)), {
    id: 'relatedLink',
    title: 'Related link',
    description: 'A page that has to do with the card.',
    examples: [{ href: 'https://expense.example.com/policy', text: 'Travel policy' }],
    members: {
      href: {
        description: 'The page, as an absolute URL.',
        shown: 'As the target of the link, which opens in a new tab.',
        examples: ['https://expense.example.com/policy'],
      },
      text: { description: 'What the link says.', shown: 'As the link.', examples: ['Travel policy'] },
    },
  }),
  part(bannerSchema, {
    id: 'banner',
    title: 'Banner',
    description: 'Pictures and videos.',
    shown: 'In a row that scrolls sideways when there are several; the first twelve are shown.',
    examples: [
      { items: [{ type: 'image', href: 'https://static.example.com/lisbon.jpg', title: 'The new office' }] },
    ],
    members: {
      items: {
        description: 'The pictures and videos, in their order.',
        shown: 'One beside the other.',
        absent: 'There is no banner.',
        examples: [[{ type: 'image', href: 'https://static.example.com/lisbon.jpg' }]],
      },
    },
  }),
  part(element(inner(bannerSchema.shape.items)), {
    id: 'bannerItem',
    title: 'Banner item',
    description: 'A picture or a video.',
    examples: [
      {
        type: 'video',
        href: 'https://static.example.com/tour.mp4',
        title: 'A tour',
        description: 'Two minutes',
      },
    ],
    members: {
      type: {
        description: 'What it is.',
        values: {
          video: 'A video with controls. It is not loaded, and does not play, before the user asks for it.',
          image: 'A picture.',
        },
        shown: 'As a picture, or as a video with controls.',
        examples: ['image'],
      },
      title: {
        description: 'What is to be seen.',
        shown: 'Below it, and in its place for those who do not see it.',
        absent: 'There is no caption but the description; assistive technology passes a picture over.',
        examples: ['The new office'],
      },
      description: {
        description: 'More about it.',
        shown: 'Below the title.',
        absent: 'There is no caption but the title.',
        examples: ['Open since March'],
      },
      href: {
        description:
          'The picture or the video, as an absolute URL. Anybody who sees the card must be able to fetch it.',
        shown: 'As the picture or the video.',
        examples: ['https://static.example.com/lisbon.jpg'],
      },
    },
  }),
  part(inner(shape.body), {
    id: 'body',
    title: 'Body',
    description: 'What there is to read.',
    examples: [{ description: 'Please look at this report.', fields: [GENERAL] }],
    members: {
      description: {
        description: 'Plain text. Line ends are kept; markup is not read.',
        shown: 'Above the fields. What is long, here and elsewhere, is cut short and can be unfolded.',
        absent: 'There is none.',
        examples: ['Please look at this report.'],
      },
      fields: {
        description: 'Facts, sections, comments, files: each is drawn by its type.',
        shown: 'In their order. Those beyond max-rows are folded.',
        absent: 'There are none.',
        examples: [[GENERAL]],
      },
    },
  }),
  part(fieldSchema, {
    id: 'field',
    title: 'Field',
    description: 'A part of the body. What it holds beyond what its type is made for is shown as well.',
    examples: [
      GENERAL,
      { type: 'SECTION', title: 'Hotel', items: [{ title: 'Nights', description: '3' }, FILE] },
      { type: 'COMMENT', title: 'Comments', comments: [COMMENT] },
    ],
    members: {
      type: {
        description: 'What kind of field it is. Letter case is of no account.',
        default: 'GENERAL',
        values: {
          GENERAL: 'A label and its value: title and description. Neighbours share one list.',
          SECTION: 'A group of items under a title.',
          COMMENT: 'Comments with their authors and times: comments, or the texts of content.',
          ATTACHMENT_URL: 'One file: the members that start with attachment_ stand in the field itself.',
          ATTACHMENT:
            'The older form of files: each element of content has title, src, type, size and timestamp.',
          TRIPINFO: 'An itinerary: stops in content, flights and a summary in trip_details.',
        },
        shown: 'By what it is, as told below.',
        examples: ['GENERAL'],
      },
      title: {
        description: 'The label of a fact, or the heading of a group.',
        shown: 'As the label, beside or above the value; else as the heading of the group.',
        absent: 'The text stands alone, over the whole width.',
        examples: ['Amount'],
      },
      subtitle: {
        description: 'A line that belongs to the title.',
        shown: 'Below the title, smaller.',
        absent: 'There is none.',
        examples: ['with tax'],
      },
      description: {
        description: 'The value of a fact, or a text.',
        shown:
          'As it is. An instant or a date that stands alone is shown as the reader writes it, an instant in the zone of the reader.',
        absent: 'There is none; a title alone is drawn as a heading.',
        examples: ['EUR 1,284.50', '2026-03-02T09:30:00Z'],
      },
      content: {
        description:
          'Objects whose members depend on the type: the older form of comments and files, and the stops of a trip.',
        shown: 'By the type: as comments, as files, or as stops.',
        absent: 'There are none.',
        examples: [[{ text: 'The hotel bill is missing.' }]],
      },
      comments: {
        description: 'What was said about it, in the order to be read.',
        shown: 'One below the other, each with its author and time.',
        absent: 'The texts of content are the comments of a COMMENT.',
        examples: [[COMMENT]],
      },
      items: {
        description: 'What a section holds: facts, and files.',
        shown: 'The facts as one list, the files below.',
        absent: 'There are none.',
        examples: [[{ title: 'Nights', description: '3' }, FILE]],
      },
    },
    alsoRead: {
      trip_details: {
        description:
          'Of a TRIPINFO: summary with event, date and others; trips with date, time, destination, flight, terminal and gate.',
        shown: 'As written, as times are those of the airport.',
        absent: 'The stops in content are shown.',
        examples: [{ summary: { event: 'Sales meeting' }, trips: [{ flight: 'TP 552', gate: '14' }] }],
      },
    },
  }),
  part(fieldItemSchema, {
    id: 'fieldItem',
    title: 'Item of a section',
    description:
      'A fact, or a file. What has an attachment_url or an attachment_name is a file, whatever its type.',
    examples: [{ type: 'GENERAL', title: 'Nights', description: '3' }, FILE],
    members: {
      type: {
        description: 'What kind of item it is.',
        default: 'GENERAL',
        values: { GENERAL: 'A label and its value.', ATTACHMENT_URL: 'A file.' },
        shown: 'As a line of facts, or as a file.',
        examples: ['GENERAL'],
      },
      title: {
        description: 'The label of a fact. Of a file, what the connector calls it.',
        shown: 'As the label; of a file, below its name.',
        absent: 'The value has no label.',
        examples: ['Nights'],
      },
      description: {
        description: 'The value of a fact, or more about a file.',
        shown: 'As the value; of a file, below its name.',
        absent: 'There is none.',
        examples: ['3'],
      },
      attachment_name: {
        description: "The file's name.",
        shown: 'As the link, and as the name under which the file is saved.',
        absent: 'The title, else the URL.',
        examples: ['hotel.pdf'],
      },
      vendor_attachment_url: {
        description: 'The same file in the system it comes from.',
        shown: 'As a second link, "Open at the source".',
        absent: 'There is no second link.',
        examples: ['https://expense.example.com/r-4711/files/81'],
      },
      attachment_content_type: {
        description: "The file's media type.",
        shown: 'As a short word, such as "PDF".',
        absent: 'No word is shown.',
        examples: ['application/pdf'],
      },
      attachment_content_length: {
        description: "The file's size in bytes.",
        shown: 'Rounded, as in "48.2 kB".',
        absent: 'No size is shown.',
        examples: [48213],
      },
      attachment_url: {
        description:
          'Where the file can be fetched. As a rule it wants the credentials of the host, so the host is asked first.',
        shown: 'As the target of the name, which is a link.',
        absent: 'The name is no link.',
        examples: ['https://flows.example.com/expense/files/81'],
      },
      attachment_method: {
        description: 'The HTTP method that the file is fetched with.',
        default: 'GET',
        shown: 'Not shown.',
        examples: ['GET'],
      },
      created_at: {
        description: `When it was made. ${DATE_FORM}`,
        shown: 'Beside a file that has no updated_at.',
        absent: 'No time is shown, but for updated_at.',
        examples: ['2026-03-01T18:00:00Z'],
      },
      updated_at: {
        description: `When it was last changed. ${DATE_FORM}`,
        shown: 'Beside a file.',
        absent: 'The time of created_at is shown.',
        examples: ['2026-03-02T08:00:00Z'],
      },
    },
    otherNames: {
      action_url: 'attachment_url',
      action_type: 'attachment_method',
      content_type: 'attachment_content_type',
      content_length: 'attachment_content_length',
      name: 'title',
      value: 'description',
    },
  }),
  part(commentSchema, {
    id: 'comment',
    title: 'Comment',
    description: 'What somebody said.',
    examples: [COMMENT],
    members: {
      display_name: {
        description: 'Who said it.',
        shown: 'Above the text.',
        absent: 'No author is shown.',
        examples: ['Mara Lindqvist'],
      },
      text: {
        description: 'What was said, as plain text.',
        shown: 'As it is, with its line ends. What is long is cut short and can be unfolded.',
        absent: 'The author stands alone; without one either, the comment is left out.',
        examples: ['The hotel bill is missing.'],
      },
      creation_date: {
        description: `When it was said. ${DATE_FORM}`,
        shown: 'The way one would say it: "yesterday".',
        absent: 'No time is shown.',
        examples: ['2026-03-02T09:30:00Z'],
      },
    },
    otherNames: { date: 'creation_date' },
  }),
  part(actionSchema, {
    id: 'action',
    title: 'Action',
    description: 'Something the user can do.',
    shown:
      'As a button with its label. While one action is sent the others of the card wait; what went wrong is said below, and nothing that was typed is lost.',
    examples: [APPROVE, DECLINE],
    members: {
      id: {
        description:
          'Names the action in this response. It is handed to the host, and need be neither stable nor unique.',
        shown: 'Not shown.',
        examples: ['0c1f5a9e-7f0d-4a86-9a55-4c5d1d9a6b01'],
      },
      action_key: {
        description:
          'What pressing the button does. Any other word is taken for USER_INPUT when there is a user_input, else for DIRECT.',
        values: {
          DIRECT: 'Sends request to url at once; after asking, when there is a user_input.',
          USER_INPUT: 'Asks for user_input, then sends it to url together with request.',
          OPEN_IN: 'Opens url; nothing is sent.',
          DISMISS: 'Takes the card from view; nothing is sent, whatever url says.',
          INSTALL_APP:
            'Sends like DIRECT when url is http or https; opens a URL of another scheme that the host allows.',
        },
        shown: 'As a button; OPEN_IN as a link.',
        examples: ['DIRECT'],
      },
      label: {
        description: 'What the button says.',
        shown: 'As the text of the button.',
        examples: ['Approve'],
      },
      mutually_exclusive_set_id: {
        description:
          'Of the actions of a card that have the same one only one can be done, such as approving and declining.',
        shown: 'Once one of them is done, the others are gone.',
        absent: 'The action excludes no other.',
        examples: ['decision'],
      },
      completed_label: {
        description: 'What stands in place of the button once the action is done.',
        default: 'Completed',
        shown: 'In place of the button, with a check.',
        examples: ['Approved'],
      },
      primary: {
        description: 'Whether it is the action that most users will want.',
        shown: 'In the accent colour. The only action of a card has it anyway.',
        default: false,
        examples: [true],
      },
      mfa_required: {
        description:
          'Whether the host must make sure who the user is before the action is sent. It is not sent by a host that cannot. Any value but false counts as true.',
        default: false,
        shown: 'As any button; what the host asks for is its own.',
        examples: [true],
      },
      url: {
        description: 'Where the action is sent to, or what it opens.',
        absent: 'The action can be seen but not done; a DISMISS needs none.',
        shown: 'Not shown; a link of an OPEN_IN has it as its target.',
        examples: [{ href: 'https://flows.example.com/expense/r-4711/approve' }],
      },
      type: {
        description: 'The HTTP method.',
        default: 'GET',
        values: {
          DELETE: 'Sends the values in the body, or no body when there are none.',
          GET: 'Sends the values in the query of the URL.',
          HEAD: 'Sends the values in the query of the URL.',
          OPTIONS: 'Not sent: the action can be seen but not done.',
          PATCH: 'Sends the values in the body.',
          POST: 'Sends the values in the body.',
          PUT: 'Sends the values in the body.',
          TRACE: 'Not sent: browsers forbid it. The action can be seen but not done.',
        },
        shown: 'Not shown.',
        examples: ['POST'],
      },
      content_type: {
        description: 'How the values are written into the body.',
        default: 'application/x-www-form-urlencoded',
        values: {
          'application/x-www-form-urlencoded': 'As a form: every value is a text.',
          'application/json':
            'As a JSON object: fixed values keep their type. Any type that ends in +json is the same.',
          'text/plain': 'As the text of the only value; with none or several it is not sent.',
        },
        shown: 'Not shown.',
        examples: ['application/json'],
      },
      request: {
        description:
          'Values that are always sent. What the user answers under the same name is sent in place of them.',
        default: {},
        shown: 'Not shown.',
        examples: [{ report: 'r-4711', approved: 'true' }],
      },
      allow_repeated: {
        description: 'Whether it can be done again after it succeeded, such as adding a comment.',
        default: false,
        shown: 'The button is there again once the action is done.',
        examples: [true],
      },
      remove_card_on_completion: {
        description: 'Whether the card goes from view once the action is done.',
        shown: 'The result can be read for two seconds.',
        default: false,
        examples: [true],
      },
      user_input: {
        description: 'What the user is asked for before the action is sent.',
        shown: 'As a form that the button opens.',
        default: [],
        examples: [[REASON]],
      },
    },
    otherNames: {
      http_type: 'type',
      mutually_exclusive_id: 'mutually_exclusive_set_id',
      user_input_field: 'user_input',
    },
  }),
  part(userInputSchema, {
    id: 'userInput',
    title: 'Input',
    description: 'One thing that the user is asked for.',
    examples: [REASON, { id: 'cause', label: 'Cause', format: 'select', options: { p: 'Price', t: 'Time' } }],
    members: {
      id: {
        description: 'The name that the answer is sent under. It must be the only one of its action.',
        shown: 'Not shown.',
        examples: ['reason'],
      },
      label: { description: 'What the input is called.', shown: 'Above the input.', examples: ['Reason'] },
      format: {
        description:
          'What kind of input it is. date-time, datetime-local, phone, uri and integer are read as datetime, tel, url and number; any other word is taken for text. Where there are options and no format, it is a select.',
        default: 'text',
        values: {
          text: 'One line of text. White space round it is not sent.',
          textarea: 'Several lines of text.',
          number: 'A number, within range when there is one. With a point, not a comma.',
          range: 'A slider over range; from 0 to 100 without one.',
          email: 'An e-mail address.',
          tel: 'A telephone number.',
          url: 'An absolute URL.',
          date: 'A calendar date, sent as 2026-03-31.',
          time: 'A time of day, sent as 14:30.',
          datetime: 'Both, sent as 2026-03-31T14:30: as on the clock of who answers, in no zone.',
          password:
            'One line of text that nobody can read over a shoulder. It is sent untrimmed, and in no snapshot.',
          select: 'One of the options.',
          radio: 'One of the options, all of them in view. Nothing is sent when none is chosen.',
          checkbox:
            'Any number of the options: the name is sent again for each, or as a list in JSON. Without options a single box, sent as true. Nothing is sent for what is not ticked.',
        },
        shown: 'As the control of its kind.',
        examples: ['textarea'],
      },
      display_content: {
        description: 'A text that helps to answer.',
        shown: 'Below the label.',
        absent: 'There is none.',
        examples: ['The requester will read it.'],
      },
      options: {
        description:
          'What there is to choose from: from the value that is sent to the text that is shown, in this order. Names that are whole numbers come first and sorted, as in every JSON object that JavaScript reads.',
        shown: 'In their order, as a list to choose from, as radio buttons, or as boxes.',
        absent: 'There are none; a select or radio is read as text.',
        examples: [{ price: 'Too expensive', time: 'Wrong time' }],
      },
      min_length: {
        description:
          'The least number of characters, counted in UTF-16 units. From 1 on, the input must be filled; of a choice or a date nothing else follows from it.',
        default: 0,
        shown: 'From 1 on, as required. What is too short is said at the input.',
        examples: [1],
      },
      max_length: {
        description:
          'The largest number of characters, counted in UTF-16 units; 0, or less than min_length, is no limit.',
        shown: 'When few are left, their number stands below.',
        default: 0,
        examples: [500],
      },
    },
    alsoRead: {
      value: {
        description:
          'What stands in the input at first; for boxes, a list of values. An instant for datetime stands there on the clock of who answers. `selected` is read in its stead.',
        default: '',
        shown: 'In the input, until the user changes it.',
        examples: ['as agreed'],
      },
      validation: {
        description:
          'Rules of old connectors, with commas between them: required, numeric (digits only), phone (ten digits), email, date. A text with one of the last four is asked for as number, tel, email or date.',
        default: '',
        shown: 'What does not fit is said at the input.',
        examples: ['required,numeric'],
      },
      range: {
        description: 'The least and the largest number; null for none.',
        default: [],
        shown: 'As the ends of a slider. What does not fit is said at the input.',
        examples: [[1, 10]],
      },
    },
    otherNames: { water_mark: 'label', select: 'options', required: 'min_length' },
  }),
  part(inner(shape.sticky), {
    id: 'sticky',
    title: 'Sticky',
    description: 'Asks for the card to stand out until some time.',
    examples: [{ until: '2026-03-20T17:00:00Z', type: 'default' }],
    members: {
      until: {
        description: `Until when. ${DATE_FORM}`,
        shown: 'Not shown.',
        examples: ['2026-03-20T17:00:00Z'],
      },
      type: {
        description: 'How, in a word of the connector. Not used here.',
        shown: 'Not shown.',
        absent: 'Nothing changes.',
        examples: ['default'],
      },
    },
  }),
];
