#include "table/row_channel.h"

#include <atomic>

#include "table/connection.h"

namespace hearth {
namespace {

constexpr std::size_t kMostWaiting =
    16;  // chunks; more come while rows are packed, see write_file.h

std::string fresh_name() {
  static std::atomic<int> made{0};
  return fmt::format("rows_{}", ++made);
}

}  // namespace

RowChannel::RowChannel(duckdb_database database, std::span<const WrittenColumn> columns)
    : name_(fresh_name()), columns_(columns) {
  const Connection connection(database);
  auto function = duckdb::create_table_function();
  duckdb::table_function_set_name(function, name_.c_str());
  duckdb::table_function_set_extra_info(function, this, nullptr);
  duckdb::table_function_set_bind(function, &RowChannel::bind);
  duckdb::table_function_set_init(function, &RowChannel::init);
  duckdb::table_function_set_function(function, &RowChannel::next);
  [[maybe_unused]] const auto state = duckdb::register_table_function(connection, function);
  assert(state == DuckDBSuccess);
  duckdb::destroy_table_function(&function);
}

bool RowChannel::put(std::unique_ptr<FilledChunk> chunk) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return !taken_ || waiting_.size() < kMostWaiting; });
  if (taken_) waiting_.push_back(std::move(chunk));
  changed_.notify_all();
  return taken_;
}

void RowChannel::end() { set(Open::Ended); }
void RowChannel::give_up() { set(Open::GivenUp); }

void RowChannel::set(Open open) {
  const std::scoped_lock lock(mutex_);
  open_ = open;
  changed_.notify_all();
}

void RowChannel::nobody_takes() {
  const std::scoped_lock lock(mutex_);
  taken_ = false;
  changed_.notify_all();
}

void RowChannel::bind(duckdb_bind_info info) {
  const auto& channel = *static_cast<RowChannel*>(duckdb::bind_get_extra_info(info));
  for (const auto& column : channel.columns_) {
    auto type = database_type(column);
    duckdb::bind_add_result_column(info, column.name.c_str(), type);
    duckdb::destroy_logical_type(&type);
  }
}

void RowChannel::init(duckdb_init_info info) { duckdb::init_set_max_threads(info, 1); }

void RowChannel::next(duckdb_function_info info, duckdb_data_chunk output) {
  static_cast<RowChannel*>(duckdb::function_get_extra_info(info))->take(info, output);
}

void RowChannel::take(duckdb_function_info info, duckdb_data_chunk output) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return open_ != Open::Yes || !waiting_.empty(); });
  if (open_ == Open::GivenUp) return duckdb::function_set_error(info, "the rows were given up");
  if (waiting_.empty()) return duckdb::data_chunk_set_size(output, 0);
  shown_ = std::move(waiting_.front());
  waiting_.pop_front();
  changed_.notify_all();
  lock.unlock();
  shown_->show_in(output);
}

}  // namespace hearth
