#include "link/draft_model.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "link/clean.h"
#include "link/folded.h"
#include "link/identifiers.h"

namespace hearth::link {
namespace {

// Whose name or address it then is, is not the row's person.
constexpr std::array<std::string_view, 20> kSomebodyElse = {
    "mother", "father",   "parent",  "carer",    "partner",  "spouse",   "school",
    "gp",     "practice", "worker",  "teacher",  "employer", "guardian", "sibling",
    "former", "previous", "contact", "referrer", "provider", "placement"};

bool is_about_somebody_else(const std::string& heading) {
  return std::ranges::any_of(split(heading, ' '), [](std::string_view word) {
    return std::ranges::find(kSomebodyElse, word) != kSomebodyElse.end();
  });
}

bool holds_phrase(const std::string& heading, const std::string& phrase) {
  return (" " + heading + " ").contains(" " + phrase + " ");
}

std::string without_spaces(std::string text) {
  std::erase(text, ' ');
  return text;
}

// Of a field that may stand in several columns, which part one holds.
enum class Part { Whole, House, Middle, Agency };
Part part_of(FieldKind kind, const std::string& heading) {
  const auto holds = [&](const char* word) { return holds_phrase(heading, word); };
  if (kind == FieldKind::Address && (holds("number") || holds("house"))) return Part::House;
  if (kind == FieldKind::Forename && holds("middle")) return Part::Middle;
  if (kind == FieldKind::AgencyNumber && holds("feed")) return Part::Agency;
  return Part::Whole;
}

class Columns {
 public:
  explicit Columns(const std::vector<std::string>& headings) : taken_(headings.size()) {
    for (const auto& heading : headings) headings_.push_back(plain_heading(heading));
  }

  // The first column with a heading that fits one of the field's, for each part a field may have.
  std::vector<std::size_t> take(const Field& field, bool loosely) {
    std::vector<std::size_t> found;
    std::vector<Part> parts;
    for (const auto& name : field.columns) {
      const auto at = find(plain_heading(name), loosely);
      if (!at) continue;
      const auto part = part_of(field.kind, headings_[*at]);
      if (std::ranges::find(parts, part) != parts.end()) continue;
      parts.push_back(part);
      found.push_back(*at);
      taken_[*at] = true;
    }
    return found;
  }

  std::optional<std::size_t> find(const std::string& name, bool loosely) const {
    for (std::size_t i = 0; i < headings_.size(); ++i) {
      if (taken_[i]) continue;
      const bool same = without_spaces(headings_[i]) == without_spaces(name);
      const bool inside =
          loosely && holds_phrase(headings_[i], name) && !is_about_somebody_else(headings_[i]);
      if (same || inside) return i;
    }
    return std::nullopt;
  }

  bool taken(std::size_t column) const { return taken_[column]; }
  void take(std::size_t column) { taken_[column] = true; }

 private:
  std::vector<std::string> headings_;
  std::vector<bool> taken_;
};

double share_that(const std::vector<std::string>& cells, bool (*fits)(const std::string&)) {
  if (cells.empty()) return 0;
  return static_cast<double>(std::ranges::count_if(cells, fits)) /
         static_cast<double>(cells.size());
}

// Whether values can be nothing else than such a field's.
bool only_fits(FieldKind kind, const std::vector<std::string>& cells) {
  constexpr double kNearlyAll = 0.8;
  const auto nearly_all = [&](bool (*fits)(const std::string&)) {
    return cells.size() >= 5 && share_that(cells, fits) >= kNearlyAll;
  };
  switch (kind) {
    case FieldKind::NhsNumber:
      return nearly_all(+[](const std::string& c) { return is_nhs_number(digits_of(c)); });
    case FieldKind::Upn:
      return nearly_all(+[](const std::string& c) { return is_upn(letters_and_digits(c)); });
    case FieldKind::Nino:
      return nearly_all(+[](const std::string& c) { return is_nino(letters_and_digits(c)); });
    case FieldKind::Postcode:
      return nearly_all(+[](const std::string& c) { return is_postcode(letters_and_digits(c)); });
    case FieldKind::Email:
      return nearly_all(+[](const std::string& c) { return !clean(FieldKind::Email, c).empty(); });
    default: return false;
  }
}

// A postcode of another country is a code like any other.
void adapt(Field& field, const Model& general, const std::vector<std::string>& cells) {
  if (field.kind != FieldKind::Postcode || cells.empty()) return;
  const auto fits =
      +[](const std::string& c) { return is_postcode(clean(FieldKind::Postcode, c)); };
  if (share_that(cells, fits) >= 0.5) return;
  const auto code = std::ranges::find(general.fields, FieldKind::Code, &Field::kind);
  if (code == general.fields.end()) return;
  field.kind = FieldKind::Code;
  field.levels = code->levels;
}

// Adds the headings of one table to the columns of the fields of the draft.
void add_table(Model& draft, const Model& general, const TableSample& table) {
  Columns columns(table.headings);
  std::vector<std::vector<std::size_t>> found(general.fields.size());
  for (const bool loosely : {false, true}) {
    for (std::size_t i = 0; i < found.size(); ++i) {
      if (found[i].empty()) found[i] = columns.take(general.fields[i], loosely);
    }
  }
  for (std::size_t i = 0; i < found.size(); ++i) {
    for (std::size_t c = 0; found[i].empty() && c < table.headings.size(); ++c) {
      if (columns.taken(c) || !only_fits(general.fields[i].kind, table.columns[c])) continue;
      columns.take(c);
      found[i] = {c};
    }
    auto& field = draft.fields[i];
    for (const auto column : found[i]) {
      const auto& heading = table.headings[column];
      if (std::ranges::find(field.columns, heading) == field.columns.end()) {
        field.columns.push_back(heading);
      }
      adapt(field, general, table.columns[column]);
    }
  }
}

constexpr std::array<std::string_view, 4> kFullNames = {"name", "full name", "fullname",
                                                        "person name"};

bool has_full_name(const TableSample& table) {
  return std::ranges::any_of(kFullNames, [&](std::string_view name) {
    return Columns(table.headings).find(std::string(name), false).has_value();
  });
}

}  // namespace

std::string plain_heading(std::string_view heading) { return folded(heading); }

Model with_agency_fields(Model general) {
  const auto has = [](const Field& field) { return field.kind == FieldKind::AgencyNumber; };
  if (std::ranges::any_of(general.fields, has)) return general;
  const auto add = [&](const char* name, FieldKind kind, std::vector<std::string> columns,
                       Level exact, Level different) {
    general.fields.push_back({name, kind, std::move(columns), {exact, different}});
  };
  // Of a model that is trained already; training replaces all three chances.
  add("agency_number", FieldKind::AgencyNumber, {"feed", "local id"},
      {Agreement::Exact, 0, 0.9, 1e-6, 1e-6, false}, {Agreement::Different, 0, 0.1, 1, 1, false});
  add("role", FieldKind::Role, {"role"}, {Agreement::Exact, 0, 0.98, 0.5, 0.5, false},
      {Agreement::Different, 0, 0.02, 0.5, 0.5, false});
  return general;
}

Model draft_model(const Model& given, const std::vector<TableSample>& tables) {
  const auto general = with_agency_fields(given);
  Model draft = general;
  for (auto& field : draft.fields) field.columns.clear();
  for (const auto& table : tables) add_table(draft, general, table);
  const bool full_names = std::ranges::any_of(tables, has_full_name);
  const auto numbered = std::ranges::any_of(draft.fields, [](const Field& field) {
    return field.kind == FieldKind::AgencyNumber && field.columns.size() > 1;
  });
  std::erase_if(draft.fields, [&](const Field& field) {
    const bool agency = field.kind == FieldKind::AgencyNumber || field.kind == FieldKind::Role;
    if (agency && !numbered) return true;
    const bool name = field.kind == FieldKind::Forename || field.kind == FieldKind::Surname;
    return field.columns.empty() && !(name && full_names);
  });
  if (draft.fields.size() > kMostFields) draft.fields.resize(kMostFields);
  return draft;
}

FieldPlaces find_fields(const Model& model, const std::vector<std::string>& headings) {
  FieldPlaces places;
  Columns columns(headings);
  bool named = false;
  for (const auto& field : model.fields) {
    places.columns.push_back(columns.take(field, false));
    const bool name = field.kind == FieldKind::Forename || field.kind == FieldKind::Surname;
    if (name && !places.columns.back().empty()) named = true;
  }
  for (const auto name : kFullNames) {
    if (!named && !places.full_name) places.full_name = columns.find(std::string(name), false);
  }
  for (const auto& name : model.row_ids) {
    if (!places.row_id) places.row_id = columns.find(plain_heading(name), false);
  }
  return places;
}

}  // namespace hearth::link
