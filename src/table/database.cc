#include "table/database.h"

#include <algorithm>
#include <array>
#include <utility>

#include "table/connection.h"

namespace hearth {
namespace {

static_assert(sizeof(TextCell) == sizeof(duckdb_string_t));
static_assert(sizeof(duckdb_date) == sizeof(std::int32_t) && sizeof(bool) == 1);

ColumnType column_type(duckdb_type type) {
  switch (type) {
    case DUCKDB_TYPE_BOOLEAN: return ColumnType::Boolean;
    case DUCKDB_TYPE_BIGINT: return ColumnType::Int64;
    case DUCKDB_TYPE_DOUBLE: return ColumnType::Double;
    case DUCKDB_TYPE_DATE: return ColumnType::Date;
    case DUCKDB_TYPE_VARCHAR: return ColumnType::Text;
    default: return ColumnType::Other;
  }
}

// What went wrong, in words that hold no cell. Messages about SQL speak of our own statement, and
// messages about files of a path; all others may quote the data.
std::string harmless_reason(std::string_view message) {
  constexpr std::array<std::string_view, 6> kHarmless = {
      "Parser Error", "Binder Error",        "Catalog Error",
      "IO Error",     "Out of Memory Error", "Not implemented Error"};
  const auto first_line = message.substr(0, message.find('\n'));
  const bool harmless =
      std::ranges::any_of(kHarmless, [&](auto kind) { return message.starts_with(kind); });
  return std::string(harmless ? first_line : first_line.substr(0, first_line.find(':')));
}

struct Config {
  duckdb_config config = nullptr;
  Config() { duckdb::create_config(&config); }
  ~Config() { duckdb::destroy_config(&config); }
  void set(const char* name, const std::string& value) {
    [[maybe_unused]] const auto state = duckdb::set_config(config, name, value.c_str());
    assert(state == DuckDBSuccess);
  }
};

}  // namespace

std::unexpected<Error> cannot(std::string_view doing, const char* message) {
  return failed(fmt::format("cannot {}: {}", doing, harmless_reason(message ? message : "")));
}

// Destroyed from the last member to the first, so the answer goes before the database it is of.
struct Rows::Answer {
  std::shared_ptr<void> database;
  Connection connection;
  std::string doing;
  duckdb_prepared_statement statement = nullptr;
  duckdb_result result = {};
  duckdb_data_chunk held = nullptr;
  Chunk chunk;

  Answer(std::shared_ptr<void> owner, duckdb_database of, std::string_view doing_what)
      : database(std::move(owner)), connection(of), doing(doing_what) {}
  ~Answer() {
    duckdb::destroy_data_chunk(&held);
    duckdb::destroy_result(&result);
    duckdb::destroy_prepare(&statement);
  }

  Result<void> start(const Sql& sql);
  void look_at_held();
};

// With DuckDB's own small buffer its threads mostly wait for the reader, and burn time waiting;
// what waits in a much larger one costs more to make room for than it saves.
constexpr const char* kLargeBuffer = "set streaming_buffer_size = '4MB'";

Result<void> Rows::Answer::start(const Sql& sql) {
  if (duckdb::query(connection, kLargeBuffer, nullptr) == DuckDBError) {
    return cannot(doing, nullptr);
  }
  if (duckdb::prepare(connection, sql.text().c_str(), &statement) == DuckDBError) {
    return cannot(doing, duckdb::prepare_error(statement));
  }
  duckdb_pending_result pending = nullptr;
  Result<void> done;
  if (duckdb::pending_prepared_streaming(statement, &pending) == DuckDBError) {
    done = cannot(doing, duckdb::pending_error(pending));
  } else if (duckdb::execute_pending(pending, &result) == DuckDBError) {
    done = cannot(doing, duckdb::result_error(&result));
  }
  duckdb::destroy_pending(&pending);
  return done;
}

void Rows::Answer::look_at_held() {
  std::vector<Chunk::Column> columns(duckdb::data_chunk_get_column_count(held));
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const auto vector = duckdb::data_chunk_get_vector(held, i);
    columns[i] = {column_type(duckdb::column_type(&result, i)), duckdb::vector_get_data(vector),
                  duckdb::vector_get_validity(vector)};
  }
  chunk = Chunk(duckdb::data_chunk_get_size(held), std::move(columns));
}

Rows::Rows(std::unique_ptr<Answer> answer) : answer_(std::move(answer)) {}
Rows::~Rows() = default;
Rows::Rows(Rows&&) noexcept = default;
Rows& Rows::operator=(Rows&&) noexcept = default;

std::size_t Rows::column_count() const { return duckdb::column_count(&answer_->result); }

ColumnType Rows::type(std::size_t column) const {
  return column_type(duckdb::column_type(&answer_->result, column));
}

std::string_view Rows::name(std::size_t column) const {
  return duckdb::column_name(&answer_->result, column);
}

Result<const Chunk*> Rows::next() {
  do {
    duckdb::destroy_data_chunk(&answer_->held);
    answer_->held = duckdb::fetch_chunk(answer_->result);
    if (answer_->held == nullptr) {
      if (const char* error = duckdb::result_error(&answer_->result)) {
        return cannot(answer_->doing, error);
      }
      return nullptr;
    }
  } while (duckdb::data_chunk_get_size(answer_->held) == 0);
  answer_->look_at_held();
  return &answer_->chunk;
}

Database::Database(std::shared_ptr<Handle> handle) : handle_(std::move(handle)) {}
Database::~Database() = default;
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;

Result<Database> Database::open(int threads) {
  HEARTH_TRY(duckdb::load());
  Config config;
  config.set("threads", std::to_string(std::max(1, threads)));
  config.set("autoinstall_known_extensions", "false");  // nothing is fetched from anywhere
  config.set("autoload_known_extensions", "false");
  config.set("enable_external_file_cache", "false");  // one path may be two files in turn
  config.set("temp_directory", "");                   // no personal data left on a disk
  auto handle = std::make_shared<Handle>();
  char* message = nullptr;
  if (duckdb::open_ext(nullptr, &handle->database, config.config, &message) == DuckDBError) {
    auto error = cannot("open a database in memory", message);
    duckdb::free(message);
    return error;
  }
  return Database(std::move(handle));
}

Result<void> Database::run(const Sql& statement, std::string_view doing) {
  const Connection connection(handle_->database);
  duckdb_result result = {};
  Result<void> done;
  if (duckdb::query(connection, statement.text().c_str(), &result) == DuckDBError) {
    done = cannot(doing, duckdb::result_error(&result));
  }
  duckdb::destroy_result(&result);
  return done;
}

Result<Rows> Database::query(const Sql& statement, std::string_view doing) {
  auto answer = std::make_unique<Rows::Answer>(handle_, handle_->database, doing);
  HEARTH_TRY(answer->start(statement));
  return Rows(std::move(answer));
}

Result<std::int64_t> Database::number(const Sql& statement, std::string_view doing) {
  auto rows = query(statement, doing);
  if (!rows) return std::unexpected(rows.error());
  const auto chunk = rows->next();
  if (!chunk) return std::unexpected(chunk.error());
  assert(*chunk != nullptr && rows->type(0) == ColumnType::Int64);
  return (*chunk)->int64s(0)[0];
}

}  // namespace hearth
