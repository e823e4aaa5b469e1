#include "facts/read_calendar.h"

#include <algorithm>
#include <unordered_set>

#include "base/text.h"

namespace hearth {
namespace {

struct TermRow {
  Term term;
  std::int64_t row;
};

// Sorted, and without those that overlap one before them.
std::vector<Term> in_order(std::vector<TermRow> rows, FileAccount& account) {
  std::ranges::sort(rows, {},
                    [](const TermRow& row) { return std::pair(row.term.first, row.row); });
  std::vector<Term> terms;
  for (auto& [term, row] : rows) {
    if (!terms.empty() && term.first <= terms.back().last) {
      account.note(kOverlappingTerms, row, "start_date");
      account.set_aside_kept();
    } else {
      terms.push_back(std::move(term));
    }
  }
  return terms;
}

}  // namespace

Result<void> read_terms(FactsFile& file, FactsBuilder& builder) {
  file.check_header({{"term", "start_date", "end_date"}, {}});
  const auto name = file.column("term");
  const auto start = file.column("start_date");
  const auto end = file.column("end_date");
  std::vector<TermRow> terms;
  std::unordered_set<std::string> names;
  const auto read = [&](RowReader& row) {
    Term term;
    term.name = row.needed_text(name);
    term.first = row.needed_date(start);
    term.last = row.needed_date(end);
    if (row.good() && term.last < term.first) row.refuse(kEndsBeforeStart, end);
    if (row.good() && !names.insert(term.name).second) row.refuse(kDuplicateId, name);
    if (!row.good()) return false;
    if (!terms.empty() && term.first < terms.back().term.first) {
      file.account().note(kTermsOutOfOrder, row.row_number(), "start_date");
    }
    terms.push_back({std::move(term), row.row_number()});
    return true;
  };
  HEARTH_TRY(file.each_row(read));
  builder.set_terms(TermCalendar(in_order(std::move(terms), file.account())));
  return {};
}

Result<void> read_coverage(FactsFile& file, FactsBuilder& builder) {
  file.check_header({{"record_type", "start_date", "end_date"}, {"known_on"}});
  const auto type_name = file.column("record_type");
  const auto start = file.column("start_date");
  const auto end = file.column("end_date");
  const auto known = file.column("known_on");
  std::vector<std::string> declared;
  for (const auto& type : builder.catalogue().record_types) declared.push_back(type.name);
  return file.each_row([&](RowReader& row) {
    const auto text = row.needed_text(type_name);
    const auto type = builder.catalogue().record_type(text);
    const auto hint = [&] {
      const auto near = nearest(text, declared);
      return near.empty() ? "" : fmt::format("did you mean `{}`?", near);
    };
    if (!text.empty() && !type) row.refuse_with(hint, kUndeclaredRecordType, type_name);
    const auto first = row.needed_date(start);
    const auto last = row.needed_date(end);
    const auto told = row.date(known).value_or(kBeginning);
    if (row.good() && last < first) row.refuse(kEndsBeforeStart, end);
    if (row.good()) builder.add_coverage(*type, {first, last}, told);
    return row.good();
  });
}

}  // namespace hearth
