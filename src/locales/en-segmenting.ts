import type { SegmentingWords } from './words-segmenting';

const customers = (count: number): string => (count === 1 ? 'customer' : 'customers');
const codes = (count: number): string => (count === 1 ? 'code' : 'codes');

/** Segments in English. */
export const enSegmenting: SegmentingWords = {
  name: 'Segments',
  finding: ({ segment, share, value, risk }, f) => {
    const most = `${segment}: ${f.share(share)} of customers${value === null ? '' : ` bring ${f.share(value)} of revenue`}`;
    if (!risk || risk.customers === 0) return most;
    const worth = risk.value === null ? '' : `, worth ${f.share(risk.value)} of revenue`;
    return `${most}; ${f.count(risk.customers)} good ${customers(risk.customers)} ${
      risk.customers === 1 ? 'is' : 'are'
    } about to leave${worth}`;
  },
  description: ({ customers: count, asOf, before }, f) =>
    `Segments by recency, frequency and monetary value, ${f.count(count)} ${customers(count)}, as of ${asOf}${
      before ? `; change since ${before}` : ''
    }`,
  layouts: { treemap: 'Treemap', bars: 'Bars', grid: 'Grid' },
  layout: 'Layout',
  areaBy: { customers: 'Area: customers', revenue: 'Area: revenue' },
  ofCustomers: ({ customers: count, share }, f) =>
    `${f.count(count)} ${customers(count)} · ${f.share(share)}`,
  ofRevenue: (share, f) => (share === null ? '–' : `${f.share(share)} of revenue`),
  barsCustomers: 'Share of customers',
  barsRevenue: 'of revenue',
  change: 'Change',
  changes: { customers: 'Change, customers', revenue: 'Change, revenue' },
  points: (points, f) => `${f.decimal(100 * points, 1)} pts`,
  earlier: (date) => `Customers on ${date}`,
  action: 'What to do',
  actions: {
    champions: 'Reward them, show them new things first, ask them to recommend you.',
    loyal: 'Offer the next better thing; ask for reviews; keep the service they know.',
    'potential-loyalist': 'Win the third order: membership, bundles, a reason to come back soon.',
    new: 'Welcome them; make the first weeks easy; show what goes with what they bought.',
    promising: 'Stay in sight with small offers; learn what they like.',
    'need-attention': 'Remind them now, with an offer for a limited time on what they bought before.',
    'about-to-sleep': 'Wake them: what is popular, what is new, a modest discount.',
    'cant-lose': 'Call them in person. Find out what went wrong before a rival does.',
    'at-risk': 'Write personally, with a renewal or a strong offer; ask why they stay away.',
    hibernating: 'Try a relevant offer once or twice, at little cost.',
    lost: 'One last campaign to win them back; then spend on others.',
    others: 'No rule takes them: look at their scores and write one.',
    'important-value': 'Keep close: a person to talk to, first access, rewards.',
    'important-develop': 'They spend much, seldom: give reasons for the next order.',
    'important-keep': 'They bought often and much, and stay away: win them back in person.',
    'important-retain': 'A large order long ago: one strong, personal offer.',
    'general-value': 'They come often for little: raise the basket with bundles.',
    'general-develop': 'Fresh and small: welcome them, show the range.',
    'general-keep': 'Often, little, long ago: an automatic reminder.',
    'general-retain': 'Little to win: only what costs nothing.',
    'high-value': 'Keep close: a person to talk to, first access, rewards.',
    'important-general': 'Keep serving well; offer the next better thing.',
    general: 'Automatic offers by what they bought.',
    'no-value': 'Only what costs nothing.',
  },
  rAxis: 'Recency score, more recent →',
  fmAxis: '↑ Frequency and monetary score',
  scores: 'Scores',
  cell: ({ r, fm }) => `R ${r}, FM ${fm}`,
  mixed: 'Each cell has the colour of its largest segment.',
  noBefore: (date) => `No change shown: the data do not say how it was on ${date}.`,
  changeNote: ({ date, of }) =>
    `▲ ▼: change of the share of ${of === 'both' ? 'customers and of that of revenue' : of}, in points, since the scores as of ${date}.`,
  rules: {
    edit: 'Edit rules',
    title: 'Rules of segments',
    hint: 'The first rule that matches wins; the rest are “Others”.',
    starterNote:
      'The scheme shown goes by the mean of frequency and monetary, which ranges cannot say: these rules come close to it.',
    segment: 'Segment',
    scores: { r: 'Recency', f: 'Frequency', m: 'Monetary' },
    from: (score) => `${score}, from`,
    to: (score) => `${score}, to`,
    codes: 'Codes',
    customers: 'Customers',
    add: 'Add a rule',
    remove: (segment) => `Remove ${segment}`,
    up: (segment) => `Move ${segment} up`,
    down: (segment) => `Move ${segment} down`,
    apply: 'Apply',
    starter: 'Begin from the starter set',
    reset: 'Back to the scheme',
    covered: ({ covered, codes: all, customers: count }, f) =>
      `${f.count(covered)} of ${f.count(all)} codes covered, ${f.count(count)} ${customers(count)}.`,
    left: ({ codes: count, customers: people, examples }, f) =>
      `${f.count(count)} ${codes(count)} left to Others (${examples}): ${f.count(people)} ${customers(people)}.`,
    overlapping: ({ codes: count, customers: people }, f) =>
      `${f.count(count)} ${codes(count)} matched by several rules, the first wins: ${f.count(people)} ${customers(people)}.`,
    never: (by) => `never wins: all its codes go to ${by}`,
    nameless: 'Each rule needs a name.',
    newName: 'New segment',
  },
};
