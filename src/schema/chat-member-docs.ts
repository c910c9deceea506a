import {
  chatActionSchema,
  chatDetailsSchema,
  chatInputSchema,
  chatItemSchema,
  chatRowSchema,
  chatTableSchema,
} from './chat-item.js';
import { inner, part, type Part } from './member-docs.js';

/*
 * What is said of each member of a chat item, for people: `npm run schema` makes schema/chat-item.schema.json and
 * docs/chat-format.md of it, as it does of member-docs.ts for cards.
 */

const { image, url } = chatDetailsSchema.shape;

const QUANTITY = { id: 'quantity', label: 'How many?', format: 'select', options: { one: '1', two: '2' } };
const ADD = {
  title: 'Add to cart',
  url: { href: 'https://flows.example.com/shop/cart' },
  type: 'POST',
  payload: { article: 'laptop-14' },
  headers: { 'Content-Type': 'application/json' },
  userInput: [QUANTITY],
};
const ROW = { title: 'status', shortDescription: 'In progress' };
const TABLE = { title: 'Details', data: [ROW, { title: 'ticketNo', shortDescription: 'INC0010023' }] };
const PICTURE = { href: 'https://static.example.com/laptop.png', alternateText: 'A laptop' };
const TICKET = {
  id: '3d0b6a4f-52c5-4d5e-8a1b-0f5c3f6f7a10',
  title: 'The printer on floor 3 is out of order',
  subtitle: 'In progress',
  type: 'status',
  url: { href: 'https://desk.example.com/INC0010023', title: 'Open the ticket' },
  workflowId: 'vmw_GET_TICKET_STATUS',
  workflowStep: 'Complete',
  tabularData: [TABLE],
};
const ARTICLE = {
  title: 'Laptop, 14 inch',
  shortDescription: 'In stock',
  type: 'item',
  image: PICTURE,
  actions: [ADD],
};

/** Every kind of object in a chat item, the item first. */
export const chatParts: readonly Part[] = [
  part(chatItemSchema, {
    id: 'item',
    title: 'Chat item',
    description: 'One thing that a bot says, shows or asks.',
    shown:
      'Title, subtitle, description, tables, the items within it, actions. A text that comes twice, as title and as description, is shown once.',
    examples: [
      { itemDetails: TICKET },
      { itemDetails: { title: 'Your cart' }, children: [{ itemDetails: ARTICLE }] },
    ],
    members: {
      itemDetails: {
        description: 'What the item says.',
        shown: 'As the card.',
        absent: 'The members of the item itself are read in its stead.',
        examples: [{ title: 'Shall I order it?', type: 'text' }],
      },
      children: {
        description: 'Items that belong to this one, such as the things in a cart.',
        shown: 'Each as a group, with its own actions.',
        absent: 'There are none.',
        examples: [[{ itemDetails: ARTICLE }]],
      },
    },
  }),
  part(chatDetailsSchema, {
    id: 'itemDetails',
    title: 'Item details',
    description: 'What the item says.',
    examples: [TICKET],
    members: {
      id: {
        description: 'Names the item within its conversation. All zeros count as none.',
        absent: 'The item is recognised by its content.',
        shown: 'Not shown.',
        examples: ['3d0b6a4f-52c5-4d5e-8a1b-0f5c3f6f7a10'],
      },
      contextId: {
        description: 'Names the conversation that the item is part of.',
        shown: 'Not shown; a host finds it in Card.chat.',
        absent: 'Card.chat has none.',
        examples: ['c-81'],
      },
      title: {
        description: 'The title of the item.',
        shown: 'As the heading.',
        absent: 'There is none.',
        examples: ['Shall I order it?'],
      },
      subtitle: {
        description: 'A line that says more, such as how a ticket stands.',
        shown: 'Below the title.',
        absent: 'There is none.',
        examples: ['In progress'],
      },
      shortDescription: {
        description: 'The item in a few words.',
        shown: 'Below the subtitle.',
        absent: 'There is none.',
        examples: ['In stock'],
      },
      description: {
        description: 'A text. No markup is read.',
        shown: 'Above the tables.',
        absent: 'There is none.',
        examples: ['It will be on your desk within two days.'],
      },
      image: {
        description: 'A picture of it.',
        shown: 'As the icon, with its alternate text.',
        absent: 'The initials of the title.',
        examples: [PICTURE],
      },
      type: {
        description: 'What kind of item it is.',
        shown: 'Not shown; a host that lays out a conversation finds it in Card.chat.',
        values: {
          text: 'A message, or a question that its actions answer.',
          button: 'A choice; several in a row are a list of choices.',
          status: 'How something stands, such as a ticket, with its facts in tables.',
          item: 'A thing that can be chosen or ordered.',
          confirmation: 'A message that closes the flow; also one that something was declined or failed.',
        },
        absent: 'Card.chat has none.',
        examples: ['status'],
      },
      url: {
        description: 'Where the item leads.',
        shown: 'As a link with its own title; without one, the title of the item is the link.',
        absent: 'It leads nowhere.',
        examples: [{ href: 'https://desk.example.com/INC0010023', title: 'Open the ticket' }],
      },
      workflowId: {
        description: 'Which flow the item is part of.',
        shown: 'Not shown; a host finds it in Card.chat.',
        absent: 'Card.chat has none.',
        examples: ['vmw_GET_TICKET_STATUS'],
      },
      workflowStep: {
        description: 'How far the flow has come.',
        shown: 'Not shown; a host finds it in Card.chat.',
        values: { Complete: 'The flow has come to its end.', Incomplete: 'More is to follow.' },
        absent: 'Card.chat has none.',
        examples: ['Complete'],
      },
      tabularData: {
        description: 'Facts, in one or more tables.',
        shown: 'Each as a group, below the description.',
        absent: 'There are none.',
        examples: [[TABLE]],
      },
      actions: {
        description: 'What the user can do.',
        shown: 'As buttons.',
        absent: 'There is nothing to do.',
        examples: [[ADD]],
      },
    },
  }),
  part(chatTableSchema, {
    id: 'table',
    title: 'Table',
    description: 'A list of facts.',
    shown: 'As a group with one line for each row.',
    examples: [TABLE],
    members: {
      title: {
        description: 'What the facts are about.',
        shown: 'As the heading.',
        absent: 'There is no heading.',
        examples: ['Details'],
      },
      description: {
        description: 'A text about them.',
        shown: 'Below the heading.',
        absent: 'There is none.',
        examples: ['As of today'],
      },
      type: {
        description: 'What kind of table it is, in a word of the bot.',
        shown: 'Not shown.',
        absent: 'Nothing changes.',
        examples: ['ticket'],
      },
      data: {
        description: 'The rows, in their order.',
        shown: 'One line for each.',
        absent: 'There are none.',
        examples: [[ROW]],
      },
    },
  }),
  part(chatRowSchema, {
    id: 'row',
    title: 'Row',
    description: 'One fact.',
    examples: [ROW],
    members: {
      id: {
        description: 'Names the row. Not used here.',
        shown: 'Not shown.',
        absent: 'Nothing changes.',
        examples: ['r1'],
      },
      title: {
        description: 'What the fact is called, often as a key such as ticketNo.',
        shown: 'As the label, a key in words: "Ticket no".',
        absent: 'The value has no label.',
        examples: ['ticketNo'],
      },
      subtitle: {
        description: 'More about it.',
        shown: 'Below the value.',
        absent: 'There is none.',
        examples: ['with tax'],
      },
      shortDescription: {
        description: 'The value.',
        shown: 'As the value, beside or above it the label.',
        absent: 'The subtitle or the description is the value, else the URL.',
        examples: ['INC0010023'],
      },
      description: {
        description: 'The value, where there is no short one; else more about it.',
        shown: 'Below the value.',
        absent: 'There is none.',
        examples: ['Waiting for a spare part.'],
      },
      image: {
        description: 'A picture of it.',
        shown: 'Beside the fact.',
        absent: 'There is none.',
        examples: [PICTURE],
      },
      url: {
        description: 'Makes the value a link.',
        shown: 'The value is a link.',
        absent: 'The value is no link.',
        examples: [{ href: 'https://desk.example.com/INC0010023' }],
      },
    },
  }),
  part(chatActionSchema, {
    id: 'action',
    title: 'Action',
    description:
      'Something the user can do. It may have no members but these. What it sends is written as for the action of a card.',
    shown: 'As a button.',
    examples: [ADD],
    members: {
      title: {
        description: 'What the button says.',
        shown: 'As the text of the button.',
        absent: 'The description is what it says, else "Action".',
        examples: ['Add to cart'],
      },
      description: {
        description: 'Explains the action.',
        shown: 'Below the button.',
        absent: 'There is none.',
        examples: ['You can change it later.'],
      },
      image: {
        description: 'A picture of it. Not used here.',
        shown: 'Not shown.',
        absent: 'Nothing changes.',
        examples: [PICTURE],
      },
      url: {
        description: 'Where the action is sent to, or what it opens.',
        shown: 'Not shown; a link has it as its target.',
        absent: 'The action can be seen but not done.',
        examples: [{ href: 'https://flows.example.com/shop/cart' }],
      },
      userInput: {
        description: 'What the user is asked for before the action is sent.',
        shown: 'As a form that the button opens.',
        default: [],
        examples: [[QUANTITY]],
      },
      payload: {
        description: 'Values that are always sent.',
        default: {},
        shown: 'Not shown.',
        examples: [{ article: 'laptop-14' }],
      },
      headers: {
        description:
          'Headers of the request. Only Content-Type is used, the first if it is there twice: how the values are written.',
        default: {},
        shown: 'Not shown.',
        examples: [{ 'Content-Type': 'application/json' }],
      },
      type: {
        description: 'The HTTP method. What is done with GET can be done again.',
        default: 'GET',
        shown: 'Not shown.',
        examples: ['POST'],
      },
      navigationType: {
        description:
          'Says that the action leads to a page, and where. With GET it opens its URL; with another method it is sent.',
        shown: 'As a link, with GET.',
        values: {
          applicationPage: 'A page of the host itself.',
          browser: 'A page in an embedded browser.',
        },
        absent: 'The action is sent.',
        examples: ['browser'],
      },
    },
  }),
  part(chatInputSchema, {
    id: 'userInput',
    title: 'Input',
    description: 'One thing that the user is asked for.',
    examples: [QUANTITY],
    members: {
      id: {
        description: 'The name that the answer is sent under.',
        shown: 'Not shown.',
        absent: 'The input is left out.',
        examples: ['quantity'],
      },
      label: {
        description: 'What the input is called.',
        shown: 'Above the input.',
        absent: 'The id stands in its place.',
        examples: ['How many?'],
      },
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
        examples: ['select'],
      },
      options: {
        description: 'What there is to choose from: from the value that is sent to the text that is shown.',
        shown: 'In their order, as a list to choose from, as radio buttons, or as boxes.',
        absent: 'There are none; a select or radio is read as text.',
        examples: [{ one: '1', two: '2' }],
      },
      minLength: {
        description: 'The least number of characters. From 1 on, the input must be filled.',
        default: 0,
        shown: 'From 1 on, as required. What is too short is said at the input.',
        examples: [1],
      },
      maxLength: {
        description: 'The largest number of characters; 0, or less than minLength, is no limit.',
        default: 0,
        shown: 'When few are left, their number stands below.',
        examples: [500],
      },
      value: {
        description:
          'What stands in the input at first. An instant for datetime stands there on the clock of who answers.',
        default: '',
        shown: 'In the input, until the user changes it.',
        examples: ['one'],
      },
    },
  }),
  part(inner(image), {
    id: 'image',
    title: 'Image',
    description: 'A picture.',
    examples: [PICTURE],
    members: {
      href: {
        description: 'The picture, as an absolute URL.',
        shown: 'As the picture.',
        examples: ['https://static.example.com/laptop.png'],
      },
      alternateText: {
        description: 'What is to be seen, for those who do not see it.',
        shown: 'In place of the picture, for those who do not see it.',
        absent: 'The picture is decoration.',
        examples: ['A laptop'],
      },
    },
  }),
  part(inner(url), {
    id: 'url',
    title: 'Link',
    description: 'Where something leads.',
    examples: [{ href: 'https://desk.example.com/INC0010023', title: 'Open the ticket' }],
    members: {
      href: {
        description: 'An absolute URL.',
        shown: 'As the target of the link.',
        examples: ['https://desk.example.com/INC0010023'],
      },
      title: {
        description: 'What the link says.',
        shown: 'As the link.',
        absent: 'The title of the item is the link; in a row, its value.',
        examples: ['Open the ticket'],
      },
    },
  }),
];
