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
     "Says of entry and outcome whether a rule decides, a statement does, or nothing is printed.\n"
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
    {"import", "Turns the files an agency sends into a folder of facts",
     "A feed is declared in one TOML file, found by its name in feeds/ or by its path. What a row\n"
     "lacks is said, the row is set aside and counted.\n"
     "\n"
     "Example: two terms of the school census, families worked with since September\n"
     "  hearth import --feed school-census --started 2024-09-02 --out facts \\\n"
     "      feeds/samples/school-census/*.csv",
     declare_import},
};

}  // namespace

std::span<const Command> commands() { return kCommands; }

}  // namespace hearth
