// Runs whole programs many times: time from start to end, and peak memory.
// usage: startup RUNS PROGRAM [ARGUMENT...] [-- PROGRAM [ARGUMENT...]]...
// Runs of the programs are interleaved; each is compared with the first. Small and static itself:
// what a child starts from counts as its memory too.
#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

namespace {

struct Program {
  std::vector<char*> command;
  std::vector<double> milliseconds;
  long kilobytes = 0;
};

void run(Program& program) {
  using Clock = std::chrono::steady_clock;
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
  const Clock::time_point start = Clock::now();
  pid_t child = 0;
  char** const command = program.command.data();
  if (posix_spawn(&child, command[0], &actions, nullptr, command, environ) != 0) {
    std::fprintf(stderr, "startup: cannot run %s\n", command[0]);
    std::exit(2);
  }
  int status = 0;
  rusage used{};
  wait4(child, &status, 0, &used);
  const std::chrono::duration<double, std::milli> took = Clock::now() - start;
  posix_spawn_file_actions_destroy(&actions);
  if (!WIFEXITED(status) || WEXITSTATUS(status) > 1) {
    std::fprintf(stderr, "startup: %s could not do its work\n", command[0]);
    std::exit(2);
  }
  program.milliseconds.push_back(took.count());
  program.kilobytes = std::max(program.kilobytes, used.ru_maxrss);
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

}  // namespace

int main(int argc, char** argv) {
  const int runs = argc > 2 ? std::atoi(argv[1]) : 0;
  if (runs <= 0) {
    std::fprintf(stderr, "usage: startup RUNS PROGRAM [ARGUMENT...] [-- PROGRAM...]...\n");
    return 2;
  }
  std::vector<Program> programs(1);
  for (int i = 2; i < argc; ++i) {
    if (std::strcmp(argv[i], "--") == 0) {
      programs.emplace_back();
    } else {
      programs.back().command.push_back(argv[i]);
    }
  }
  for (Program& program : programs) program.command.push_back(nullptr);
  for (int i = 0; i < runs; ++i) {
    for (Program& program : programs) run(program);
  }
  const double floor = median(programs[0].milliseconds);
  std::printf("%-58s %8s %8s %8s\n", "whole process", "ms", "x first", "peak MB");
  for (const Program& program : programs) {
    std::string name;
    for (const char* word : program.command) {
      if (word != nullptr) name.append(name.empty() ? "" : " ").append(word);
    }
    const double time = median(program.milliseconds);
    std::printf("%-58s %8.2f %8.2f %8.1f\n", name.c_str(), time, time / floor,
                static_cast<double>(program.kilobytes) / 1024);
  }
  return 0;
}
