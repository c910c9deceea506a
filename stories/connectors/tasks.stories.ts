import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { MfCard } from '../../src/index.js';
import '../../src/index.js';
import { withHost, type PretendedHost } from '../pretended-host.js';
import dynamicsNewTask from './dynamics-new-task.json' with { type: 'json' };
import plannerTasksDueToday from './planner-tasks-due-today.json' with { type: 'json' };
import salesforceNewTask from './salesforce-new-task.json' with { type: 'json' };
import { does } from './played.js';

/** Something is to be done, and is ticked off where it is read. */
const meta: Meta<MfCard & PretendedHost> = {
  title: 'Connectors/Tasks',
  component: 'mf-card',
  ...withHost,
};

export default meta;
type Story = StoryObj<MfCard & PretendedHost>;

/** Notification for all upcoming tasks that are due for the day. Complete or comment on the task. */
export const PlannerTasksDueToday: Story = {
  name: 'Microsoft Planner: Tasks due today',
  args: { card: plannerTasksDueToday },
};

export const PlannerTasksDueTodayCompleted: Story = {
  ...PlannerTasksDueToday,
  name: '↳ commented, completed',
  tags: ['!autodocs'],
  play: does(
    {
      press: 'Comment',
      enter: { Comment: 'Page 3 is done.' },
      says: 'Commented',
      sent: { text: 'Page 3 is done.' },
    },
    { press: 'Complete', says: 'Completed', sent: {} },
  ),
};

/** Notification when a new task is assigned to the user. Complete or cancel the task. */
export const DynamicsNewTask: Story = {
  name: 'Microsoft Dynamics: New task',
  args: { card: dynamicsNewTask },
  globals: { language: 'ar' },
};

export const DynamicsNewTaskCompleted: Story = {
  ...DynamicsNewTask,
  name: '↳ completed',
  tags: ['!autodocs'],
  play: does({
    press: 'إتمام المهمة',
    enter: { ملاحظة: 'أُرسل العرض.' },
    says: 'تمت',
    gone: ['إلغاء المهمة'],
    sent: { note: 'أُرسل العرض.' },
  }),
};

export const DynamicsNewTaskCancelled: Story = {
  ...DynamicsNewTask,
  name: '↳ cancelled',
  tags: ['!autodocs'],
  play: does({
    press: 'إلغاء المهمة',
    enter: { السبب: 'تأجلت الزيارة.' },
    says: 'أُلغيت',
    gone: ['إتمام المهمة'],
    sent: { reason: 'تأجلت الزيارة.' },
  }),
};

/** Notification when a new task is assigned to the user. Complete the task or mark in-progress. */
export const SalesforceNewTask: Story = { name: 'Salesforce: New task', args: { card: salesforceNewTask } };

export const SalesforceNewTaskCompleted: Story = {
  ...SalesforceNewTask,
  name: '↳ completed',
  tags: ['!autodocs'],
  play: does({ press: 'Complete', says: 'Completed', gone: ['Mark in progress'], sent: {} }),
};

export const SalesforceNewTaskInProgress: Story = {
  ...SalesforceNewTask,
  name: '↳ marked in progress',
  tags: ['!autodocs'],
  play: does({ press: 'Mark in progress', says: 'In progress', gone: ['Complete'], sent: {} }),
};
