// What a command of the command line is. Each has a file of its own, which declares its options and
// says how it runs; commands.cc lists them all.
#pragma once

#include <functional>
#include <span>
#include <string_view>

#include "cli/world.h"

namespace CLI {
class App;
}

namespace hearth {

using Run = std::function<ExitCode(const World&)>;

struct Command {
  std::string_view name;     // `plan check`
  std::string_view about;    // one line
  std::string_view teaches;  // the foot of its help: how it is used, with an example
  Run (*declare)(CLI::App&);
};

std::span<const Command> commands();

Run declare_plan_check(CLI::App& app);
Run declare_plan_fmt(CLI::App& app);
Run declare_plan_show(CLI::App& app);
Run declare_plan_rows(CLI::App& app);
Run declare_plan_test(CLI::App& app);
Run declare_plan_lsp(CLI::App& app);
Run declare_plan_lint(CLI::App& app);
Run declare_plan_render(CLI::App& app);
Run declare_plan_diff(CLI::App& app);
Run declare_plan_impact(CLI::App& app);
Run declare_evaluate(CLI::App& app);
Run declare_explain(CLI::App& app);
Run declare_timeline(CLI::App& app);
Run declare_identify(CLI::App& app);
Run declare_import(CLI::App& app);
Run declare_link(CLI::App& app);
Run declare_link_why(CLI::App& app);
Run declare_link_proposals(CLI::App& app);
Run declare_link_decide(CLI::App& app);
Run declare_link_review(CLI::App& app);
Run declare_families(CLI::App& app);
Run declare_families_form(CLI::App& app);
Run declare_families_explain(CLI::App& app);
Run declare_families_correct(CLI::App& app);
Run declare_load(CLI::App& app);
Run declare_export(CLI::App& app);
Run declare_status(CLI::App& app);
Run declare_verify(CLI::App& app);
Run declare_dump(CLI::App& app);
Run declare_looks(CLI::App& app);
Run declare_backup(CLI::App& app);
Run declare_restore(CLI::App& app);
Run declare_simulate(CLI::App& app);
Run declare_feed_check(CLI::App& app);
Run declare_feed_draft(CLI::App& app);

}  // namespace hearth
