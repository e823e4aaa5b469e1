#include "cli/command.h"

namespace hearth {
namespace {

constexpr Command kCommands[] = {
    {"evaluate", "How every criterion stands for every family on a day",
     "Each family and criterion that is or was a need has a row: its status, since when, the "
     "first\n"
     "day it can be claimed, and for unknown what would settle it. --all adds what never was one.\n"
     "\n"
     "Example: how do the sample families stand?\n"
     "  hearth evaluate --plan plans/national-2022.md --facts sample/facts --on 2025-03-31\n"
     "The same for another program:\n"
     "  hearth evaluate --plan plans/national-2022.md --facts sample/facts --on 2025-03-31 \\\n"
     "      --format csv --out findings.csv",
     declare_evaluate},
    {"explain", "Why one criterion stands as it does for one family",
     "Says the rule in words, every person judged, the days looked at, what was counted, the\n"
     "records with their file and row, the coverage, and what would settle an unknown.\n"
     "\n"
     "Example:\n"
     "  hearth explain F36 7.1 --plan plans/national-2022.md --facts sample/facts --on 2025-03-31",
     declare_explain},
    {"timeline", "How every criterion stood for every family on every day",
     "A row for each stretch of days with one status; the last has no end where the status stands\n"
     "from then on. --on cuts after that day. --all adds the days before there was a need.\n"
     "\n"
     "Example:\n"
     "  hearth timeline --plan plans/national-2022.md --facts sample/facts --family F36",
     declare_timeline},
    {"identify", "The families that meet the plan's `eligible` clause on a day",
     "Counts the criteria whose need was found by that day, whatever has become of them since, of\n"
     "families whose case is open then; most needs first.\n"
     "\n"
     "Example:\n"
     "  hearth identify --plan plans/national-2022.md --facts sample/facts --on 2025-03-31",
     declare_identify},
    {"plan check", "Everything that is wrong with a plan",
     "Says every mistake with its line, a caret and the nearest right word. Exit code 3 where\n"
     "there is an error.\n"
     "\n"
     "Example:\n"
     "  hearth plan check plans/national-2022.md",
     declare_plan_check},
    {"plan fmt", "The plan in its one canonical layout",
     "Prints the layout; --write puts it into the file; --check only says whether it differs.\n"
     "\n"
     "Example:\n"
     "  hearth plan fmt --check plans/national-2022.md",
     declare_plan_fmt},
    {"plan show", "The plan as it was understood, definitions spelled out",
     "Example:\n"
     "  hearth plan show plans/national-2022.md",
     declare_plan_show},
    {"plan rows", "The plan's criteria, a row each",
     "Says of entry and outcome whether a rule decides, a statement does, or nothing is printed;\n"
     "and what is printed of them, where the plan declares it (docs/kinds.md).\n"
     "\n"
     "Example:\n"
     "  hearth plan rows plans/national-2022.md --format csv",
     declare_plan_rows},
    {"plan test", "Runs the examples in a plan",
     "Exit code 1 where an example does not come out as it says.\n"
     "\n"
     "Example:\n"
     "  hearth plan test plans/national-2022.md",
     declare_plan_test},
    {"plan lint", "What is odd about a plan that is sound",
     "Warns of what is certain on any facts: a criterion that can never be a need or never be\n"
     "achieved, a lasting period shorter than the window of its outcome, two criteria that always\n"
     "stand alike; and of sources and record types that no feed in feeds/ brings. Each has its\n"
     "place, a reason and a cure. Exit code 1 where anything was found.\n"
     "\n"
     "Example: is there anything odd in the national plan, whatever the feeds?\n"
     "  hearth plan lint plans/national-2022.md --no-feeds\n"
     "What is still missing before it can run on real data, for a spreadsheet:\n"
     "  hearth plan lint plans/national-2022.md --format csv --out missing.csv",
     declare_plan_lint},
    {"plan diff", "In what a newer plan differs from an older one, in words",
     "Compares what the two mean, not how they are laid out: criteria added, dropped, changed and\n"
     "renumbered, the part of a rule that changed, and what rules stand on: definitions,\n"
     "parameters, measures, school terms. Examples and prose are not compared. Exit code 0 where\n"
     "nothing changed, 1 where something did.\n"
     "\n"
     "Example: what the national plan asks otherwise than Wiltshire's did\n"
     "  hearth plan diff plans/wiltshire-2020.md plans/national-2022.md\n"
     "Before a change is committed, what it changes:\n"
     "  git show HEAD:plans/national-2022.md > plans/before.md\n"
     "  hearth plan diff plans/before.md plans/national-2022.md",
     declare_plan_diff},
    {"plan impact", "What a newer plan would change for the families there are",
     "Judges every family under both plans on a day. First the totals: families with a need, an\n"
     "achieved outcome and enough needs to be eligible, before and after; how many gain one, lose\n"
     "one, or are undecided because the data cannot say under one plan or the other. Then the\n"
     "criteria for which anything changes, then the families, by id. A criterion is held against\n"
     "the one it was, also where its ref is another (hearth plan diff says which).\n"
     "Eligible is as hearth identify answers: of families whose case is open on the day.\n"
     "\n"
     "Example: what if the sample council were judged by Wiltshire's plan?\n"
     "  hearth plan impact plans/national-2022.md plans/wiltshire-2020.md \\\n"
     "      --facts sample/facts --on 2025-03-31\n"
     "For a spreadsheet, a row for each total, criterion and family:\n"
     "  hearth plan impact plans/national-2022.md plans/wiltshire-2020.md \\\n"
     "      --facts sample/facts --on 2025-03-31 --format csv --out impact.csv",
     declare_plan_impact},
    {"plan lsp", "Helps an editor with plans: mistakes, completion, meanings, layout",
     "Speaks the Language Server Protocol over standard input and output: an editor starts it,\n"
     "and nobody types to it. The author sees every mistake while writing, is offered the record\n"
     "types, fields and codes that fit, reads what a word means, and goes to where it is\n"
     "declared.\n"
     "docs/authoring.md has the lines that make VS Code, Neovim and Emacs start it.\n"
     "\n"
     "Example: what an editor would run\n"
     "  hearth plan lsp\n"
     "With a folder in which documents that a plan uses are looked for by name:\n"
     "  hearth plan lsp --plans plans",
     declare_plan_lsp},
    {"plan render", "The plan as a web page, to read and to print",
     "One page that stands alone, fetches nothing and needs nothing but a browser: what holds for\n"
     "the whole plan, then for each criterion its wording, its rule in words, its readings and\n"
     "its worked examples, side by side. Printed, it is a paper in A4 with page numbers.\n"
     "\n"
     "Example:\n"
     "  hearth plan render plans/national-2022.md --out national-2022.html",
     declare_plan_render},
    {"import", "Turns the files an agency sends into a folder of facts",
     "A feed is declared in one TOML file, found by its name in feeds/ or by its path. What a row\n"
     "lacks is said, the row is set aside and counted.\n"
     "\n"
     "Example: two terms of the school census, families worked with since September\n"
     "  hearth import --feed school-census --started 2024-09-02 --out facts \\\n"
     "      feeds/samples/school-census/*.csv",
     declare_import},
    {"link", "Finds the rows of tables that are about one person",
     "Takes any CSV or Parquet tables of people; one is searched for rows about the same person,\n"
     "several also against one another. The fields are found by the headings and the values, what\n"
     "they are worth is learnt from the rows themselves, and what was learnt can be saved, read\n"
     "and used again. Each row is answered with its table, its id and the number of its person;\n"
     "a table without a column of ids is answered with row numbers, the header being row 1.\n"
     "\n"
     "Example: who is who in two agencies' tables\n"
     "  hearth link --input housing.csv health.csv --out clusters.csv\n"
     "The same, keeping what was learnt for next time:\n"
     "  hearth link --input housing.csv health.csv --save-model people.toml --out clusters.csv\n"
     "  hearth link --input housing.csv health.csv --model people.toml --out clusters.csv\n"
     "With people whose ids last, when more rows have come:\n"
     "  hearth link --input housing.csv health.csv news.csv --people people --out clusters.csv\n"
     "\n"
     "With --store it links the sightings of a store's loads and keeps its people there; a run\n"
     "looks at the loads that came since the last, and costs accordingly. docs/store.md says "
     "more.\n"
     "  hearth link --store council",
     declare_link},
    {"link why", "Why two rows are about one person, or are not",
     "Starts from how rarely two rows are one person, then adds for each field how they agree and\n"
     "what that says for it or against it, in bits: one bit doubles the odds. Shows no value.\n"
     "\n"
     "Example:\n"
     "  hearth link why 1017 2203 --input housing.csv health.csv --model people.toml\n"
     "Where both tables have such an id:\n"
     "  hearth link why housing.csv:17 health.csv:17 --input housing.csv health.csv\n"
     "Of a store, two sightings as a review names them, or two people:\n"
     "  hearth link why 000003-001.parquet:17 000004-001.parquet:2 --store council --by j.smith\n"
     "  hearth link why P000000001 P000000007 --store council --by j.smith",
     declare_link_why},
    {"link proposals", "Which people a run would merge or split, and nobody has decided yet",
     "Reads a folder that `hearth link --people` keeps, or a store that was linked.\n"
     "docs/lasting-people.md says more.\n"
     "\n"
     "Example:\n"
     "  hearth link proposals --people people\n"
     "  hearth link proposals --store council",
     declare_link_proposals},
    {"link decide", "Decides what a run proposed of two people, or undoes a decision",
     "The decision is kept with who made it and why, and later runs go by it. To undo one, give\n"
     "its own number: the rows go back to whom they were of, and the proposal is open again.\n"
     "\n"
     "Example:\n"
     "  hearth link decide 4711 no --people people --by j.smith --reason 'twins'\n"
     "  hearth link decide 4711 yes --store council --by j.smith --reason 'the passport says so'\n"
     "  hearth link decide 4713 undo --people people --by j.smith --reason 'two brothers'",
     declare_link_decide},
    {"link review", "Doubtful pairs of a store side by side, and somebody's decisions on them",
     "Shows the pairs of sightings of which the model cannot tell whether they are one person's,\n"
     "those first whose answer matters most; names and birth dates are shown, protected addresses\n"
     "never, and who looked is kept. In a workbook somebody decides: `same`, `different` or\n"
     "`leave`, with a reason. Imported, the decisions bind every later run; each can be undone.\n"
     "docs/lasting-people.md says more.\n"
     "\n"
     "Example:\n"
     "  hearth link review --store council --by j.smith --out review.xlsx\n"
     "  hearth link review --store council --import review.xlsx",
     declare_link_review},
    {"families", "The families there are on a day, and who is of them",
     "Reads a folder that `hearth families form` wrote, or a store. Children are those under 18 "
     "on\n"
     "that day.\n"
     "\n"
     "Example:\n"
     "  hearth families --store council --on 2025-03-31\n"
     "  hearth families --families council-families --on 2025-03-31",
     declare_families},
    {"families form", "Forms families from who was told to live where, and who is related to whom",
     "Who lives with whom is followed day by day, by the rules of docs/families.md: moves,\n"
     "separations, two homes, refuges, care homes, buildings of many households. The folder holds\n"
     "people, families and members as facts, the reason of every membership and what became of\n"
     "every family. Formed again in the same folder, a family keeps its id, and what\n"
     "`families correct` recorded there is gone by. No address is written anywhere.\n"
     "\n"
     "Example: of the people of a store, once `hearth link --store` has found who is who; "
     "questions\n"
     "over the store go by these families from then on\n"
     "  hearth families form --store council\n"
     "Of tables:\n"
     "  hearth families form --sightings sightings.parquet --relationships parents.csv \\\n"
     "      --places hostels.csv --out council-families",
     declare_families_form},
    {"families explain", "What became of a family, who is of it from when to when, and why",
     "Example:\n"
     "  hearth families explain F00000012 --store council\n"
     "  hearth families explain F00000012 --families council-families",
     declare_families_explain},
    {"families correct", "Decides that two people are one family, or are not",
     "The decision is kept with who made it and why, and stands over everything that was told,\n"
     "from the next `families form` on. The last decision on two people stands.\n"
     "\n"
     "Example: a lodger is no family\n"
     "  hearth families correct apart P000000017 P000000004 --store council \\\n"
     "      --by 'j.smith' --reason 'a lodger, says the tenancy'\n"
     "  hearth families correct apart P17 P4 --families council-families \\\n"
     "      --by 'j.smith' --reason 'a lodger, says the tenancy'",
     declare_families_correct},
    {"load", "Takes the files an agency sends into a store",
     "All of the files or none. What the store has already is not loaded again. Files that "
     "correct\n"
     "earlier ones are simply loaded: of the days they cover, the last told stands, and what "
     "stood\n"
     "before is still there for --known. Ends with an account: rows read, records made, rows set\n"
     "aside and why, coverage gained, and what looks worse than last time.\n"
     "A load must say for which days it tells everything: in its files, or by --covers.\n"
     "\n"
     "Example: two terms of the school census into the store `council`, made if it is not there\n"
     "  hearth load --store council --feed school-census --started 2024-09-02 \\\n"
     "      feeds/samples/school-census/*.csv\n"
     "Rows set aside by load 1, mended; with the pupils they refer to\n"
     "  hearth load --store council --feed school-census --mends 1 \\\n"
     "      council/rejects/000001/2024_autumn_termlyexclusionsonroll.csv \\\n"
     "      feeds/samples/school-census/2024_autumn_pupilonroll.csv",
     declare_load},
    {"export", "Writes what stands in a store as a folder of facts",
     "Every segment is checked against its checksum first. With --known, what stood on that day.\n"
     "\n"
     "Example:\n"
     "  hearth export --store council --out facts --format parquet\n"
     "For an auditor, as it stood at the end of the year, a sheet for each kind of record:\n"
     "  hearth export --store council --known 2024-12-31 --format xlsx --out council.xlsx\n"
     "Findings, for Power BI and the like:\n"
     "  hearth evaluate --store council --plan plans/national-2022.md --all --format parquet \\\n"
     "      --out findings.parquet",
     declare_export},
    {"status", "How each feed of a store stands: its last load, what it covers, what is late",
     "A small calendar for each feed: a full square is a month whose days are all covered, a grey\n"
     "one a month with gaps, a dot one without. The next load is expected from how long the loads\n"
     "usually are and how long after their last day they usually come.\n"
     "\n"
     "Example:\n"
     "  hearth status --store council --on 2025-05-01",
     declare_status},
    {"verify", "Reads a store again and holds it against its checksums",
     "Every segment, its length, its bytes and its rows; every row of the casebook against its\n"
     "seals. Exit code 1 where anything is not as it was committed.\n"
     "\n"
     "Example:\n"
     "  hearth verify --store council",
     declare_verify},
    {"dump", "What a store has, in lines to read and compare",
     "The casebook load by load; with --segment the rows of one segment as CSV.\n"
     "\n"
     "Example:\n"
     "  hearth dump --store council\n"
     "  hearth dump --store council --segment suspension/000001-001.parquet",
     declare_dump},
    {"looks", "Who asked of a store's families, when, and what",
     "Whoever is shown anything of a store's families leaves a look in its casebook: the day, who\n"
     "(--by, or else the system's user), the question, and the families, or `all`. With --family\n"
     "the looks at that one, those at all among them. `hearth verify` checks that none is gone.\n"
     "\n"
     "Example:\n"
     "  hearth looks --store council\n"
     "  hearth looks --store council --family F00000017 --format csv",
     declare_looks},
    {"backup", "Copies a store into a folder while it is in use",
     "The copy is the store as it is at one instant, every file held against its checksum. It is\n"
     "itself a store, with its casebook in SQLite, and the folder is there only once it is whole.\n"
     "\n"
     "Example:\n"
     "  hearth backup --store council --out council-backup",
     declare_backup},
    {"restore", "Makes a store of a backup",
     "The new store may be a folder or be in PostgreSQL, whatever the old one was.\n"
     "\n"
     "Example:\n"
     "  hearth restore council-backup --store council-again",
     declare_restore},
    {"simulate", "Makes up a council: true lives, and the files its agencies would send",
     "Writes DIR/facts, what is true; DIR/files, what the agencies send, with the mistakes "
     "agencies\n"
     "make; and DIR/truth, who each row is about. The same seed gives the same bytes on any "
     "machine.\n"
     "Nobody in it is real. docs/synthetic-council.md says what is believable and why.\n"
     "\n"
     "Example: a council of a thousand families, judged by the national plan\n"
     "  hearth simulate --families 1000 --seed 7 --out council\n"
     "  hearth evaluate --plan plans/national-2022.md --facts council/facts --on 2025-03-31",
     declare_simulate},
    {"feed check", "What a feed would make of a file, without keeping anything",
     "A dry run: the account of every row, what is wrong with which, the first records of each\n"
     "type, the days that would be covered, and how much the rows say of people. No name and no\n"
     "number of a person is repeated.\n"
     "\n"
     "Example:\n"
     "  hearth feed check suspensions feeds/samples/suspensions/suspensions_2025-02.csv",
     declare_feed_check},
    {"feed draft", "A first feed for a file nobody has described yet",
     "Looks at the file, a table as text or a workbook, and writes the TOML of a feed as far as\n"
     "it can tell: separator, letters, header, how days are written, which columns say who a row\n"
     "is about, which hold codes. What the records are is left for a person to fill in.\n"
     "\n"
     "Example:\n"
     "  hearth feed draft feeds/samples/suspensions/suspensions_2025-02.csv --out my-feed.toml",
     declare_feed_draft},
};

}  // namespace

std::span<const Command> commands() { return kCommands; }

}  // namespace hearth
