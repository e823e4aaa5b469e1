#include "casebook/link_entries.h"

#include <fmt/format.h>

#include "base/checksum.h"

namespace hearth {
namespace {

// A text of several lines in one.
std::string in_one_line(std::string_view text) {
  std::string line;
  for (const char c : text) line += c == '\n' ? std::string("\\n") : std::string(1, c);
  return line;
}

}  // namespace

std::string to_text(const LinkModelEntry& model) {
  return fmt::format("link_model {}|{}|{}|{}|{}\n", model.number, to_text(model.learnt_on),
                     model.loads, in_one_line(model.rules), in_one_line(model.toml));
}

std::string to_text(const PersonEventEntry& event, std::int64_t run) {
  auto text = fmt::format("person_event {}|{}|{}|{}|{}|{}|{}|{}|{}\n", event.number, run,
                          to_text(event.day), event.what, event.person, event.other, event.about,
                          event.by, in_one_line(event.because));
  for (const auto& row : event.rows) {
    text += finds_rows(event.what)
                ? fmt::format("sighted {}|{}|{}|{}\n", row.load, row.part, row.row, event.number)
                : fmt::format("person_event_row {}|{}|{}|{}\n", event.number, row.load, row.part,
                              row.row);
  }
  return text;
}

std::string to_text(const LinkRunEntry& run) {
  auto text = fmt::format("link_run {}|{}|{}|{}|{}|{}|{}\n", run.number, to_text(run.day),
                          run.model, run.loads, run.last_event, run.last_person, run.seal);
  for (const auto& event : run.events) text += to_text(event, run.number);
  return text;
}

std::string seal_of(const LinkRunEntry& run, const LinkModelEntry* model,
                    std::string_view seal_before) {
  auto text = fmt::format("{}\n", seal_before);
  if (model != nullptr) text += to_text(*model);
  auto unsealed = run;
  unsealed.seal.clear();
  return checksum_of_text(text + to_text(unsealed));
}

}  // namespace hearth
