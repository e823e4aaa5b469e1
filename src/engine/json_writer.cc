#include "base/text.h"
#include "engine/json_text.h"
#include "engine/row_writer.h"

namespace hearth {
namespace {

JsonValue to_json(const Cell& cell) {
  struct Write {
    JsonValue operator()(std::monostate) const { return nullptr; }
    JsonValue operator()(std::string_view text) const { return text; }
    JsonValue operator()(Date day) const { return to_text(day); }
    JsonValue operator()(std::int64_t number) const { return number; }
    JsonValue operator()(bool flag) const { return flag; }
    JsonValue operator()(std::span<const std::string> texts) const {
      JsonValue list = JsonValue::array();
      for (const auto& text : texts) list.push_back(text);
      return list;
    }
  };
  return std::visit(Write{}, cell);
}

// An array of objects, one a line, with the names csv has.
class JsonWriter : public RowWriter {
 public:
  JsonWriter(std::span<const AnswerColumn> columns, TextSink sink)
      : columns_(columns), sink_(std::move(sink)) {}

  bool row(std::span<const Cell> cells) override {
    JsonValue object = JsonValue::object();
    for (std::size_t i = 0; i < cells.size(); ++i) {
      object[std::string(columns_[i].name)] = to_json(cells[i]);
    }
    open_ = open_ && sink_(std::string(any_ ? ",\n" : "[\n") + json_text(object));
    any_ = true;
    return open_;
  }

  Result<void> finish() override {
    if (open_) sink_(any_ ? "\n]\n" : "[]\n");
    return {};
  }

 private:
  std::span<const AnswerColumn> columns_;
  TextSink sink_;
  bool any_ = false;
  bool open_ = true;
};

}  // namespace

std::unique_ptr<RowWriter> json_writer(std::span<const AnswerColumn> columns, TextSink sink) {
  return std::make_unique<JsonWriter>(columns, std::move(sink));
}

}  // namespace hearth
