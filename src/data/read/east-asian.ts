import { textIn } from './text-in';

/** An encoding of two bytes a character: which of its pairs are everyday ones, and which characters are met most. */
interface Script {
  encoding: string;
  everyday(lead: number, trail: number): boolean;
  met: RegExp;
}

const between = (byte: number, low: number, high: number): boolean => byte >= low && byte <= high;

const oneOf = (characters: string): RegExp => new RegExp(`[${characters}]`, 'g');

// Families' names, towns and the words of shops' tables, beside what any text is made of.
const SIMPLIFIED =
  '的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心前开但因只从想日者意无力长把机十民第公此使工情明性知全三又关点正业外将两高间由问很最重并物手应向头文体美相见利什二等产或新己制身果加西月话合回特代内信表化老给位次门常先海通教儿原东提立比员解水名真论走各入几口认条平系气题活更别打女四神总何电数安少报才结反受目太量再建做接必场件计管期市直山金指统区保至队形社空决治展马科五眼书非听白放强即难且权思王完设式色路记南品住告类求程北边张该交规万取拉望术共传师观清今切院让候带运客户编号姓额订单商店价李刘陈杨黄赵吴周徐孙朱胡郭林罗郑梁谢宋唐韩曹邓萧冯曾彭潘袁蔡蒋余杜叶苏卢钟汪田姜范石姚谭廖邹熊陆郝孔崔康毛邱秦江史顾侯邵孟龙段雷钱汤伟芳娜敏静丽磊军洋勇艳杰娟涛超秀霞刚桂英华辉付款退收发货会员卡京广州深圳杭武汉成省县街';
const TRADITIONAL =
  '的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作里用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心前開但因只從想日者意無力長把機十民第公此使工情明性知全三又關點正業外將兩高間由問很最重並物手應向頭文體美相見利什二等產或新己制身果加西月話合回特代內信表化老給位次門常先海通教兒原東提立比員解水名真論走各入幾口認條平系氣題活更別打女四神總何電數安少報才結反受目太量再建做接必場件計管期市直山金指統區保至社空治展馬科五眼書非聽白放強即難且權思王完設式色路記南品住告類求程北邊張該交規萬取望術共傳師觀清今切院讓候帶運客戶編號姓額訂單商店價陳林黃李吳劉蔡楊許鄭謝郭洪邱曾廖賴徐周葉蘇莊呂江何蕭羅潘簡朱鍾彭游詹胡施沈余盧梁趙顏翁魏孫戴淑芬怡君玲志豪雅婷冠宇付款退收貨員卡台灣香港雄縣街';
const HANGUL =
  '이다에의는을고하가한지사기로은서도를대인자어리정시여해일나수부전제라원동주보조상성장구용들스과그으만아년비오선면계있경모적유안무발관공화소업개진문음치위생국중재분체방회내실연트양반신물산식금단바세행우당출통영명거요력미김박최강윤임권황송류홍손배백허남심노곽차민현준호승혜숙순희옥철석훈객번날짜품매격액월울완취불';
const KANJI =
  '日一国会人年大十二本中長出三同時政事自行社見月分議後前民生連五発間対上部東者党地合市業内相方四定今回新場金員九入選立開手米力学問高代明実円関子動京全目表通外言理体化田当八六約主題下首意法不来作性的要用制治度務強気小七成期公野協取都和機平加山思家話受区県続正安設保改数記院女初北午指権心界支第産結点教報書原先共得名交資予川向際勝面元重近千考知案道信集在件別物引使求次水半品増感特情投示変打男直両価式村提運終広容必応空無再位置企格口局少放税状常校料工建語球証土送供可割身費付切由説食配着売商店客顧購番号注文額藤佐鈴木橋渡辺伊井松斎清林吉々崎森池阪福岡札幌返完了';

/** Likeliest first, where two fit equally well. */
const SCRIPTS: readonly Script[] = [
  {
    encoding: 'gb18030',
    // Of GB2312: punctuation, and the 3,755 characters of everyday.
    everyday: (lead, trail) => trail >= 0xa1 && (between(lead, 0xb0, 0xd7) || between(lead, 0xa1, 0xa3)),
    met: oneOf(SIMPLIFIED),
  },
  {
    encoding: 'big5',
    everyday: (lead) => between(lead, 0xa1, 0xc6),
    met: oneOf(TRADITIONAL),
  },
  {
    encoding: 'shift_jis',
    // Signs and kana, and the characters of the first level.
    everyday: (lead) => between(lead, 0x81, 0x83) || between(lead, 0x88, 0x97),
    met: oneOf(`\u3040-\u30ff${KANJI}`),
  },
  {
    encoding: 'euc-jp',
    everyday: (lead, trail) => trail >= 0xa1 && (between(lead, 0xa1, 0xa5) || between(lead, 0xb0, 0xcf)),
    met: oneOf(`\u3040-\u30ff${KANJI}`),
  },
  {
    encoding: 'euc-kr',
    everyday: (lead, trail) => trail >= 0xa1 && (between(lead, 0xa1, 0xa3) || between(lead, 0xb0, 0xc8)),
    met: oneOf(HANGUL),
  },
];

/** Of the pairs of a text, so many are everyday ones. */
const EVERYDAY = 0.7;
/** In texts of two bytes a character, so many bytes beyond ASCII stand beside one another; in words of Latin few do. */
const TOGETHER = 0.4;

/**
 * The encoding of Chinese, Japanese or Korean text that is not UTF-8; null where it is none of these. By validity, by how
 * many pairs are everyday ones, and by how many characters are among those met most: two names are mostly enough.
 */
export function eastAsianEncoding(sample: Uint8Array): string | null {
  if (shareTogether(sample) < TOGETHER) return null;
  let best: string | null = null;
  let most = 1;
  for (const script of SCRIPTS) {
    const text = textIn(sample, script.encoding);
    if (text === null) continue;
    const everyday = everydayShare(sample, script);
    const score = everyday + metShare(text, script.met);
    if (everyday < EVERYDAY || score <= most) continue;
    best = script.encoding;
    most = score;
  }
  return best;
}

/** How many bytes beyond ASCII stand beside another; 81 to 84, no letters of Latin, count with them. */
function shareTogether(sample: Uint8Array): number {
  let beyond = 0;
  let together = 0;
  for (let i = 0; i < sample.length; i += 1) {
    if (sample[i]! < 0x80) continue;
    beyond += 1;
    if (hasNeighbour(sample, i) || between(sample[i]!, 0x81, 0x84)) together += 1;
  }
  return together / beyond;
}

function hasNeighbour(sample: Uint8Array, i: number): boolean {
  return (sample[i - 1] ?? 0) >= 0x80 || (sample[i + 1] ?? 0) >= 0x80;
}

function everydayShare(sample: Uint8Array, { encoding, everyday }: Script): number {
  let pairs = 0;
  let fitting = 0;
  for (let i = 0; i < sample.length; i += 1) {
    const lead = sample[i]!;
    if (lead < 0x80) continue;
    pairs += 1;
    // Half-width kana are single bytes, and come in words.
    if (encoding === 'shift_jis' && between(lead, 0xa1, 0xdf)) {
      if (hasNeighbour(sample, i)) fitting += 1;
      continue;
    }
    i += 1;
    if (everyday(lead, sample[i] ?? 0)) fitting += 1;
  }
  return fitting / pairs;
}

function metShare(text: string, met: RegExp): number {
  const beyond = text.match(/[^\0-\x7f]/gu)?.length ?? 0;
  return beyond === 0 ? 0 : (text.match(met)?.length ?? 0) / beyond;
}
