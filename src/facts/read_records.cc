#include "facts/read_records.h"

#include <algorithm>
#include <array>
#include <bit>
#include <ranges>

#include "base/text.h"
#include "facts/field_reader.h"
#include "facts/record_order.h"
#include "facts/remembered_id.h"
#include "facts/sound_chunk.h"

namespace hearth {
namespace {

constexpr std::uint32_t kNobody = PersonId::kNone;

constexpr std::int64_t kMostReserved = 1 << 24;  // what a file promises need not be true

class RecordReader {
 public:
  RecordReader(FactsFile& file, const FactsBuilder& builder, RecordTypeId type,
               std::uint32_t file_index);

  bool read(RowReader& row);
  // Takes a chunk of sound rows about people as a whole, or nothing of it.
  bool take(const Chunk& chunk, std::span<const std::int64_t> row_numbers);
  RecordBatch finish(FileAccount& account);

 private:
  struct Subject {
    RecordTable* table = nullptr;
    std::uint32_t index = kNobody;
  };
  Subject read_subject(RowReader& row);
  void read_days(RowReader& row);
  void check(RowReader& row);
  void check_score(RowReader& row);
  bool in_range(double code, double value) const;
  const Instrument* instrument_of(double code) const;
  template <typename F>
  void each_column(RecordTable& table, F f) const;
  void resize(RecordTable& table, std::size_t rows) const;
  void reserve(RecordTable& table, std::int64_t rows) const;
  bool take_columns(const Chunk& chunk, std::size_t first);
  bool take_subjects(const Chunk& chunk, std::span<std::uint32_t> subjects);
  bool sound(std::size_t first) const;
  void append(RecordTable& table, std::uint32_t subject, std::uint32_t row);
  std::uint32_t read_source(RowReader& row);

  const FactsBuilder& builder_;
  const RecordType& type_;
  std::uint32_t file_index_;
  RecordBatch batch_;
  Column person_, family_, start_, end_, known_, source_;
  std::vector<FieldReader> fields_;
  std::optional<FieldId> instrument_, score_;  // of the type `score` alone

  RememberedId<PersonIds> person_ids_;
  RememberedId<FamilyIds> family_ids_;

  // The row at hand.
  Date first_, last_, told_;
  std::vector<double> values_;
  std::string last_source_;
  std::uint32_t last_source_number_ = 0;
};

// Those that every file fills.
template <typename F>
void RecordReader::each_column(RecordTable& table, F f) const {
  f(table.subject);
  f(table.start);
  if (type_.has_end()) f(table.end);
  f(table.lineage);
  for (auto& field : table.fields) f(field);
}

void RecordReader::resize(RecordTable& table, std::size_t rows) const {
  each_column(table, [&](auto& column) { column.resize(rows); });
  if (known_.at) table.known.resize(rows, kBeginning);
  if (!table.source.empty()) table.source.resize(rows);
}

void RecordReader::reserve(RecordTable& table, std::int64_t rows) const {
  const auto count = static_cast<std::size_t>(rows);
  each_column(table, [&](auto& column) { column.reserve(count); });
  if (known_.at) table.known.reserve(count);
}

std::string_view start_column(const RecordType& type) {
  return type.has_end() ? "start_date" : "date";
}

RecordReader::RecordReader(FactsFile& file, const FactsBuilder& builder, RecordTypeId type,
                           std::uint32_t file_index)
    : builder_(builder),
      type_(builder.catalogue()[type]),
      file_index_(file_index),
      person_(file.column("person_id")),
      family_(file.column("family_id")),
      start_(file.column(start_column(type_))),
      end_(file.column("end_date")),
      known_(file.column("known_on")),
      source_(file.column("source")),
      person_ids_(builder),
      family_ids_(builder),
      values_(type_.fields.size(), kNotKnown) {
  batch_.type = type;
  for (const auto& field : type_.fields) fields_.emplace_back(field, file.column(field.name));
  batch_.of_people.fields.resize(fields_.size());
  batch_.of_families.fields.resize(fields_.size());
  reserve(batch_.of_people, std::min<std::int64_t>(file.rows(), kMostReserved));
  if (type_.name == "score") {
    instrument_ = type_.field("instrument");
    score_ = type_.field("value");
  }
}

bool RecordReader::read(RowReader& row) {
  const auto subject = read_subject(row);
  read_days(row);
  const auto source = read_source(row);
  for (std::size_t f = 0; f < fields_.size(); ++f) {
    values_[f] = fields_[f].read(row, batch_.texts);
  }
  check(row);
  if (!row.good()) return false;
  append(*subject.table, subject.index, static_cast<std::uint32_t>(row.row_number()));
  subject.table->say_source(source);
  return true;
}

RecordReader::Subject RecordReader::read_subject(RowReader& row) {
  const auto person = row.text(person_);
  const auto family = row.text(family_);
  Subject subject;
  if (!person.empty() && !family.empty()) {
    row.refuse(kTwoSubjects, family_);
  } else if (!family.empty()) {
    subject = {&batch_.of_families, family_ids_.index(family)};
    if (subject.index == kNobody) row.refuse(kUnknownFamily, family_);
  } else if (!person.empty()) {
    subject = {&batch_.of_people, person_ids_.index(person)};
    if (subject.index == kNobody) row.refuse(kUnknownPersonId, person_);
  } else if (row.good()) {
    row.refuse(kMissingValue, person_.at ? person_ : family_);
  }
  return subject;
}

void RecordReader::read_days(RowReader& row) {
  first_ = last_ = row.needed_date(start_);
  if (type_.shape == Shape::Term) last_ = row.needed_date(end_);
  if (type_.shape == Shape::Spell) last_ = row.date(end_).value_or(kForever);
  if (row.good() && last_ < first_) row.refuse(kEndsBeforeStart, end_);
  told_ = row.date(known_).value_or(kBeginning);
}

std::uint32_t RecordReader::read_source(RowReader& row) {
  const auto text = row.text(source_);
  if (text != last_source_) {
    last_source_ = text;
    last_source_number_ = batch_.texts.number(text);
  }
  return last_source_number_;
}

void RecordReader::check(RowReader& row) {
  for (const auto& [parts, whole] : type_.checks) {
    double sum = 0;
    for (const auto part : parts) sum += is_known(values_[part.index]) ? values_[part.index] : 0;
    if (!(sum > values_[whole.index])) continue;  // nor where the whole is not known
    std::vector<std::string> names;
    for (const auto part : parts) names.push_back(fmt::format("`{}`", type_[part].name));
    row.refuse(kPartsAboveWhole, fields_[whole.index].column(), join(names, " and "),
               type_[whole].name);
  }
  if (instrument_ && score_) check_score(row);
}

const Instrument* RecordReader::instrument_of(double code) const {
  const auto& name = fields_[instrument_->index].codes()[static_cast<std::size_t>(code)];
  return builder_.catalogue().instrument(name);
}

// Whether the score is one its instrument can give, as far as both are known.
bool RecordReader::in_range(double code, double value) const {
  if (!is_known(code) || !is_known(value)) return true;
  const auto* instrument = instrument_of(code);
  return instrument == nullptr || (value >= instrument->low && value <= instrument->high);
}

void RecordReader::check_score(RowReader& row) {
  const double code = values_[instrument_->index];
  if (in_range(code, values_[score_->index])) return;
  const auto* instrument = instrument_of(code);
  row.refuse(kScoreOutOfRange, fields_[score_->index].column(), instrument->low, instrument->high,
             instrument->code);
}

void RecordReader::append(RecordTable& table, std::uint32_t subject, std::uint32_t row) {
  table.subject.push_back(subject);
  table.start.push_back(first_);
  if (type_.has_end()) table.end.push_back(last_);
  table.say_known(told_);
  table.lineage.push_back({file_index_, row});
  for (std::size_t f = 0; f < values_.size(); ++f) table.fields[f].push_back(values_[f]);
}

bool RecordReader::take(const Chunk& chunk, std::span<const std::int64_t> row_numbers) {
  auto& table = batch_.of_people;
  const auto first = table.size();
  resize(table, first + chunk.size());
  if (!take_columns(chunk, first)) {
    resize(table, first);
    return false;
  }
  for (std::size_t row = 0; row < chunk.size(); ++row) {
    table.lineage[first + row] = {file_index_, static_cast<std::uint32_t>(row_numbers[row])};
  }
  return true;
}

bool RecordReader::take_columns(const Chunk& chunk, std::size_t first) {
  auto& table = batch_.of_people;
  const auto rest = [&](auto& column) { return std::span(column).subspan(first); };
  if (family_.at && !none_known(chunk, *family_.at)) return false;
  if (source_.at && !none_known(chunk, *source_.at)) return false;  // its text must be found anew
  if (!take_subjects(chunk, rest(table.subject))) return false;
  if (!take_dates(chunk, start_, std::nullopt, rest(table.start))) return false;
  const auto open = type_.shape == Shape::Spell ? std::optional(kForever) : std::nullopt;
  if (type_.has_end() && !take_dates(chunk, end_, open, rest(table.end))) return false;
  if (known_.at && !take_dates(chunk, known_, kBeginning, rest(table.known))) return false;
  for (std::size_t f = 0; f < fields_.size(); ++f) {
    if (!fields_[f].take(chunk, rest(table.fields[f]))) return false;
  }
  return sound(first);
}

// Then they are the same text; the same text may still be other bytes.
bool same_bytes(const TextCell& a, const TextCell& b) {
  using Bytes = std::array<std::uint64_t, 2>;
  return std::bit_cast<Bytes>(a) == std::bit_cast<Bytes>(b);
}

bool RecordReader::take_subjects(const Chunk& chunk, std::span<std::uint32_t> subjects) {
  if (!person_.at || chunk.type(*person_.at) != ColumnType::Text) return false;
  if (!all_known(chunk, *person_.at)) return false;
  const auto ids = chunk.texts(*person_.at);
  for (std::size_t row = 0; row < ids.size(); ++row) {
    const bool repeats = row > 0 && same_bytes(ids[row], ids[row - 1]);
    subjects[row] = repeats ? subjects[row - 1] : person_ids_.index(ids[row].view());
    if (subjects[row] == kNobody) return false;
  }
  return true;
}

// What the columns by themselves do not tell, of the rows from `first` on.
bool RecordReader::sound(std::size_t first) const {
  const auto& table = batch_.of_people;
  const auto rows = std::views::iota(first, table.size());
  const auto values = [&](FieldId field) { return table.fields[field.index].data(); };
  if (type_.has_end() &&
      std::ranges::any_of(rows, [&](auto row) { return table.end[row] < table.start[row]; })) {
    return false;
  }
  for (const auto& [parts, whole] : type_.checks) {
    const auto above = [&](auto row) {
      double sum = 0;
      for (const auto part : parts) sum += is_known(values(part)[row]) ? values(part)[row] : 0;
      return sum > values(whole)[row];
    };
    if (std::ranges::any_of(rows, above)) return false;
  }
  return !instrument_ || !score_ || std::ranges::all_of(rows, [&](auto row) {
    return in_range(values(*instrument_)[row], values(*score_)[row]);
  });
}

RecordBatch RecordReader::finish(FileAccount& account) {
  for (auto& field : fields_) batch_.codes.push_back(field.codes());
  for (auto* table : {&batch_.of_people, &batch_.of_families}) {
    const auto subjects =
        table == &batch_.of_people ? builder_.person_count() : builder_.family_count();
    for (const auto& [row, first_row] : put_in_order(*table, subjects)) {
      account.note(kDuplicateRow, row, {}, first_row);
      account.set_aside_kept();
    }
    if (table->size() > 0) table->first_of = first_rows(*table, subjects);
  }
  return std::move(batch_);
}

ColumnNames column_names(const RecordType& type, const FactsFile& file) {
  ColumnNames names{{std::string(start_column(type))}, {"known_on", "source"}};
  if (type.has_end()) names.needed.push_back("end_date");
  const bool of_families_only = file.has("family_id") && !file.has("person_id");
  names.needed.push_back(of_families_only ? "family_id" : "person_id");
  names.others.push_back(of_families_only ? "person_id" : "family_id");
  for (const auto& field : type.fields) names.others.push_back(field.name);
  return names;
}

}  // namespace

Result<RecordBatch> read_records(FactsFile& file, const FactsBuilder& builder, RecordTypeId type,
                                 std::uint32_t file_index) {
  file.check_header(column_names(builder.catalogue()[type], file));
  RecordReader reader(file, builder, type, file_index);
  HEARTH_TRY(file.each_row([&](RowReader& row) { return reader.read(row); },
                           [&](const Chunk& chunk, std::span<const std::int64_t> rows) {
                             return reader.take(chunk, rows);
                           }));
  return reader.finish(file.account());
}

}  // namespace hearth
