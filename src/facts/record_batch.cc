#include "facts/record_batch.h"

#include <cassert>
#include <utility>

namespace hearth {
namespace {

void renumber_texts(RecordTable& table, const RecordType& type,
                    const std::vector<std::uint32_t>& numbers) {
  for (auto& source : table.source) source = numbers[source];
  for (std::size_t f = 0; f < table.fields.size(); ++f) {
    if (type.fields[f].kind != FieldKind::Text) continue;
    for (auto& value : table.fields[f]) {
      if (is_known(value)) value = numbers[static_cast<std::size_t>(value)];
    }
  }
}

}  // namespace

std::uint32_t TextPool::number(std::string_view text) {
  if (const auto found = numbers_.find(text); found != numbers_.end()) return found->second;
  texts_.emplace_back(text);
  return numbers_.emplace(text, static_cast<std::uint32_t>(texts_.size() - 1)).first->second;
}

void RecordBatch::add_to(FactsBuilder& builder) && {
  for (std::size_t f = 0; f < codes.size(); ++f) {
    const auto declared = builder.catalogue()[type].fields[f].codes.size();
    for (std::size_t code = declared; code < codes[f].size(); ++code) {
      [[maybe_unused]] const auto added = builder.open_code(type, FieldId(f), codes[f][code]);
      assert(added == code);
    }
  }
  std::vector<std::uint32_t> numbers;
  for (const auto& text : texts.texts()) numbers.push_back(builder.text(text));
  const auto& declared = builder.catalogue()[type];
  renumber_texts(of_people, declared, numbers);
  renumber_texts(of_families, declared, numbers);
  builder.set_records(type, std::move(of_people), std::move(of_families));
}

}  // namespace hearth
