#include "author/word_meanings.h"

#include <algorithm>
#include <array>

namespace hearth {
namespace {

using enum WordPlace;

constexpr WordMeaning kMeanings[] = {
    // Items.
    {Item, "plan", "The plan as a whole: its name, the days it is in force, who qualifies"},
    {Item, "use", "Takes what another document declares, found relative to this one"},
    {Item, "headline", "A theme of the plan; the criteria below it belong to it"},
    {Item, "criterion", "One row of the plan: what makes it a need, what counts as its outcome"},
    {Item, "define", "Names a condition, or a set of records, to be used by its name"},
    {Item, "parameter", "Names a value, with the days from which it applies"},
    {Item, "calendar", "The school terms, each with its first and last day"},
    {Item, "record", "Declares a record type: what may be known about a person or a family"},
    {Item, "measure", "Names a ratio over the records of one type, such as attendance"},
    {Item, "instrument", "Declares a validated scale: its range, better end and least change"},
    // Clauses.
    {Clause, "in", "`in force`: the first and the last day of the plan, both included"},
    {Clause, "terms", "How many school terms the council's year has: 3 or 6"},
    {Clause, "sustain", "How long the outcome must last before it may be claimed"},
    {Clause, "eligible", "How many needs a family must have to join the programme"},
    {Clause, "claim", "What must be achieved before a family's success may be claimed"},
    {Clause, "scope", "Whether all needs count for the claim, or only those found at entry"},
    {Clause, "elsewhere", "`counts once`: needs of one member who lives elsewhere count as one"},
    {Clause, "requires", "What a claim asks of the family beside its outcomes"},
    {Clause, "alone", "The criterion carries a claim by itself only where this holds too"},
    {Clause, "need", "The entry rule: the criterion is a need from the first day it holds"},
    {Clause, "outcome", "The significant improvement the criterion asks for"},
    {Clause, "supporting", "A condition that is recorded beside the outcome and never decides it"},
    {Clause, "source", "Which feeds or papers the criterion rests on, for readers"},
    {Clause, "cites", "The council's document and ref that this criterion restates"},
    {Clause, "reading", "One line that says how a doubt in the printed row is settled"},
    {Clause, "means", "The condition that the name stands for"},
    {Clause, "records", "The records that the name stands for"},
    {Clause, "from", "The day from which the parameter has this value"},
    {Clause, "field", "Something a record of this type says, with the kind of value it has"},
    {Clause, "check", "A row for which this does not hold is set aside"},
    {Clause, "always", "`always covered`: what is not recorded did not happen; no feed is needed"},
    {Clause, "carry", "How many days longer coverage is taken to stand, provisionally"},
    // Lines of examples.
    {Example, "family", "The family of the example, with the day it started; or its own record"},
    {Example, "started", "The day the family joined"},
    {Example, "assessed", "The day the family was assessed"},
    {Example, "planned", "The day the family's plan was agreed"},
    {Example, "lead", "The family's lead practitioner"},
    {Example, "eligible", "Whether the family has as many needs as the plan asks for"},
    {Example, "claim", "Whether the family could claim on that day: yes, no or unknown"},
    {Example, "closed", "The day the case was closed; a reason may follow"},
    {Example, "born", "The person's day of birth"},
    {Example, "died", "The day the person died"},
    {Example, "from", "The first day of a membership, or of a spell that has not ended"},
    {Example, "to", "The last day, which counts too"},
    {Example, "elsewhere", "The person is a member of the family and lives somewhere else"},
    {Example, "term", "A school term of this example: its name, first and last day"},
    {Example, "covered", "The days for which records of these types are known completely"},
    {Example, "everything", "Records of every type"},
    {Example, "on", "What must come out: a day, a criterion's ref, its status on that day"},
    {Example, "parent", "A role: a parent in the family"},
    {Example, "child", "A role: a child in the family"},
    {Example, "adult", "A role: another adult in the family"},
    {Example, "expectant", "A role: an expectant parent"},
    {Example, "other", "A role: anybody else"},
    {Example, "none", "A status: the criterion is no need of the family"},
    {Example, "need", "A status: a need, and no improvement yet"},
    {Example, "progress", "A status: the outcome holds and has not lasted long enough"},
    {Example, "achieved", "A status: the outcome has lasted as long as the plan asks"},
    {Example, "lapsed", "A status: the outcome held once and does so no more"},
    {Example, "unknown", "A status: the records at hand cannot say"},
    {Example, "yes", "Of `eligible` and `claim`: the family is, or may be claimed for"},
    {Example, "no", "Of `eligible` and `claim`: the family is not, or may not be claimed for"},
    {Example, "not_applicable", "A status: there is nobody the criterion could be about"},
    // Who.
    {Anywhere, "any", "At least one of the people meant; also `any of`, a list of which one holds"},
    {Anywhere, "every", "All of the people meant; about nobody, it is not applicable"},
    {Anywhere, "no", "None of the people meant; before records: there is none in the window"},
    {Anywhere, "each", "`each person in need`: everybody for whom the entry rule held"},
    {Anywhere, "person", "`each person in need`, or `any person in need`"},
    {Anywhere, "adult", "Members aged 18 and over on the day"},
    {Anywhere, "child", "Members under 18 on the day"},
    {Anywhere, "dependent child",
     "A child under 16, or under 19 with the role child and living with the family"},
    {Anywhere, "dependent", "`dependent child`: under 16, or under 19 and living with the family"},
    {Anywhere, "parent", "Members with the role parent or expectant"},
    {Anywhere, "member", "Everybody in the family on the day"},
    {Anywhere, "aged", "Only people of these ages, in whole years, both included"},
    {Anywhere, "who", "Only people for whom this condition holds on the day"},
    {Anywhere, "family", "The records of all members, each while they were one, added up"},
    // Conditions.
    {Anywhere, "and", "Both hold; unknown only where what is missing could decide"},
    {Anywhere, "or", "At least one holds; between record types: records of either"},
    {Anywhere, "not", "Turns yes into no and no into yes; unknown stays unknown"},
    {Anywhere, "if", "Chooses between two conditions by a third"},
    {Anywhere, "then", "What must hold where the condition after `if` does"},
    {Anywhere, "else", "What must hold where the condition after `if` does not"},
    {Anywhere, "all", "`all of`: a list of which every entry holds; `all needs`: late ones too"},
    {Anywhere, "at", "`at least` or `at most` so many records, entries of a list, or needs"},
    {Anywhere, "least", "So many or more"},
    {Anywhere, "most", "So many or fewer; yes only where coverage is whole"},
    {Anywhere, "of", "Joins a number, a field or a list to what it is of"},
    {Anywhere, "on", "A spell covers the day, or the standing reading says so"},
    {Anywhere, "had", "At least one such record in the window; ever, if no window is written"},
    {Anywhere, "statement", "Somebody says so about this need: `statement improved by self`"},
    {Anywhere, "by", "Who may say it"},
    {Anywhere, "signed", "Only a signed statement counts"},
    {Anywhere, "approved", "`approved by auditor`: a statement of approval about this need"},
    {Anywhere, "has", "`has role`: what the person is in the family, as its members are recorded"},
    {Anywhere, "role", "One of `parent`, `child`, `adult`, `expectant` and `other`"},
    {Anywhere, "expectant", "A role: an expectant parent"},
    {Anywhere, "other", "A role: anybody else"},
    {Anywhere, "for", "The condition has held on every day of so long a time"},
    // Numbers.
    {Anywhere, "count", "How many such records touch the window"},
    {Anywhere, "days", "A length of time; `days on` counts the days of the window in a spell"},
    {Anywhere, "with", "`days with`: the days of the window on which there is at least one"},
    {Anywhere, "latest", "The field of the last such record in the window"},
    {Anywhere, "age", "The person's age on the day, in whole years"},
    {Anywhere, "is", "Compares a number with the same number in an earlier window"},
    {Anywhere, "down", "Less than in the earlier window, by at least this share of it"},
    {Anywhere, "up", "More than in the earlier window, by at least this share or these points"},
    {Anywhere, "point", "One unit of the number itself; of a percentage, one hundredth"},
    {Anywhere, "points", "Units of the number itself; of a percentage, hundredths"},
    {Anywhere, "lower", "Less than in the earlier window, by however little"},
    {Anywhere, "higher", "More than in the earlier window, by however little"},
    {Anywhere, "than", "Before the window compared with"},
    {Anywhere, "half", "Half of the number in the earlier window"},
    {Anywhere, "a", "`a third of`, `a quarter of`; `3 a year`"},
    {Anywhere, "third", "A third of the number in the earlier window"},
    {Anywhere, "quarter", "A quarter of the number in the earlier window"},
    {Anywhere, "improves", "The latest score is better by at least the instrument's least change"},
    {Anywhere, "where", "Only records for which these tests on their fields hold"},
    // Windows.
    {Anywhere, "in", "Starts a window (`in last 6 months`), or a list of values (`in (a, b)`)"},
    {Anywhere, "last", "The days up to the day asked about, that day included"},
    {Anywhere, "this",
     "`in this term and last 3 terms`: from the first of the three up to the day"},
    {Anywhere, "next", "The days after the day asked about; unknown until they are over"},
    {Anywhere, "before", "The days that end with the anchor: need, start, closure or an end"},
    {Anywhere, "after", "The days that follow the anchor: need, start, closure or an end"},
    {Anywhere, "end", "`end of`: the last day of the latest such spell that has ended by the day"},
    {Anywhere, "since", "The days after the anchor, up to the day asked about"},
    {Anywhere, "ever", "All days up to the day asked about"},
    {Anywhere, "that", "The first day of the window compared: the time before it"},
    {Anywhere, "need", "The day the need began; for each person in need, the day it did for them"},
    {Anywhere, "start", "The day the family started"},
    {Anywhere, "closure", "The day the case was closed"},
    {Anywhere, "day", "A length of time"},
    {Anywhere, "week", "A length of time: 7 days"},
    {Anywhere, "weeks", "A length of time: 7 days each"},
    {Anywhere, "month", "A calendar month, cut short where the month has no such day"},
    {Anywhere, "months", "Calendar months, cut short where the month has no such day"},
    {Anywhere, "year", "A calendar year"},
    {Anywhere, "years", "Calendar years"},
    {Anywhere, "term", "A school term; of a record type: one record a term"},
    {Anywhere, "terms", "School terms: the latest that have ended, or the next that start"},
    // Rest of clauses.
    {Anywhere, "force", "The first and the last day of the plan, both included"},
    {Anywhere, "onwards", "Without a last day"},
    {Anywhere, "to", "Up to and including"},
    {Anywhere, "criteria", "So many criteria are needs"},
    {Anywhere, "criterion", "So many criteria are needs"},
    {Anywhere, "headlines", "Needs under so many headlines"},
    {Anywhere, "headline", "Needs under so many headlines"},
    {Anywhere, "achieved", "The outcome has lasted as long as the plan asks"},
    {Anywhere, "entry", "`entry needs`: only needs found when the family joined"},
    {Anywhere, "needs", "The criteria that are needs of the family"},
    {Anywhere, "window", "`in window`: the windows of the outcome are how long it must last"},
    {Anywhere, "undefined", "The council printed no outcome: the row can count for entry only"},
    {Anywhere, "under", "`under development`: the council has not settled this row yet"},
    {Anywhere, "under development", "The council has not settled this row yet"},
    {Anywhere, "development", "The council has not settled this row yet"},
    {Anywhere, "mandatory", "Without its outcome there is no claim, whatever else went well"},
    {Anywhere, "stands alone", "Its outcome may be claimed without the others"},
    {Anywhere, "stands", "`stands alone`: its outcome may be claimed without the others"},
    {Anywhere, "alone", "`stands alone`: its outcome may be claimed without the others"},
    {Anywhere, "merged", "One printed outcome stands beside several rows"},
    {Anywhere, "supplementary", "Printed with lines that are recorded and decide nothing"},
    {Anywhere, "counts", "`counts once`: however many needs rest on that member"},
    {Anywhere, "once", "`counts once`: however many needs rest on that member"},
    {Anywhere, "assessed", "The day of the assessment is on record and has come"},
    {Anywhere, "planned", "The day the plan was agreed is on record and has come"},
    {Anywhere, "lead practitioner", "A lead practitioner is named"},
    {Anywhere, "lead", "`lead practitioner`: one is named"},
    {Anywhere, "practitioner", "`lead practitioner`: one is named"},
    {Anywhere, "starred", "Printed with a star by the council"},
    {Anywhere, "covered", "`always covered`: what is not recorded did not happen"},
    {Anywhere, "from", "The least value a number may have"},
    {Anywhere, "open", "Codes that are not listed are taken up, not set aside"},
    {Anywhere, "order", "`in order`: each code is more than those before it"},
    {Anywhere, "better", "Which end of the scale is the good one"},
    {Anywhere, "change", "The smallest change of the score that counts"},
    // Shapes of records and kinds of fields.
    {Anywhere, "event", "A record of one day"},
    {Anywhere, "spell", "A record from a day to a day, both included, or still open"},
    {Anywhere, "reading", "A record that stands until the next one"},
    {Anywhere, "number", "A number, with its limits if it has any: `from 0 to 40`"},
    {Anywhere, "money", "A sum of money in pounds"},
    {Anywhere, "flag", "Yes or no"},
    {Anywhere, "code", "One of a list of codes: `{ low medium high }`"},
    {Anywhere, "date", "A day"},
    {Anywhere, "text", "A text, which no rule can test"},
};

WordPlace place_of(const WordAt& at) {
  if (at.block == FenceKind::Example) return Example;
  if (at.starts_item) return Item;
  return at.starts_clause ? Clause : Anywhere;
}

const WordMeaning* find(WordPlace place, std::string_view word) {
  const auto* found = std::ranges::find_if(kMeanings, [&](const WordMeaning& meaning) {
    return meaning.place == place && meaning.word == word;
  });
  return found == std::end(kMeanings) ? nullptr : found;
}

}  // namespace

std::span<const WordMeaning> word_meanings() { return kMeanings; }

std::string_view meaning_of(std::string_view word, const WordAt& at) {
  for (const auto place : {place_of(at), Anywhere, Clause, Item, Example}) {
    if (const auto* meaning = find(place, word)) return meaning->meaning;
  }
  return {};
}

}  // namespace hearth
