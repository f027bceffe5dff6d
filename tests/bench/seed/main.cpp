// chat-seed: fills a data folder of confabd with a chat of a given size. README.md of tests/bench says what for.

#include "seed/chatter.h"
#include "seed/population.h"
#include "seed/seedoptions.h"
#include "seed/storewriter.h"
#include "seed/taskqueue.h"
#include "seed/zipfwords.h"

#include "storage/sqlite/sqlitemessagestore.h"

#include <QCoreApplication>
#include <QDir>
#include <QSaveFile>

#include <cstdio>

namespace {

constexpr int VocabularyWords = 20'000;

int fail(const QString &reason)
{
    std::fprintf(stderr, "chat-seed: %s\n", qPrintable(reason));
    return 1;
}

/// Returns what went wrong, or nothing.
QString writeLines(const QString &path, const QStringList &lines)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return file.errorString();
    file.write(lines.join(u'\n').toUtf8() + '\n');
    return file.commit() ? QString() : file.errorString();
}

QStringList linesOf(const std::vector<seed::Person> &people)
{
    QStringList lines;
    for (const seed::Person &person : people)
        lines.append(person.name + u'\t' + person.token);
    return lines;
}

/// Returns what went wrong, or nothing.
QString fill(const seed::SeedOptions &options, const seed::Population &population, const seed::ZipfWords &words)
{
    seed::TaskQueue tasks;
    storage::sqlite::Options storeOptions;
    storeOptions.folder = options.dataFolder;
    const auto store = storage::sqlite::SqliteMessageStore::open(storeOptions, tasks);
    if (!store)
        return store.error();

    seed::Chatter chatter(options, population, words);
    seed::StoreWriter writer(**store, tasks);
    writer.write(chatter.beginning());
    for (std::vector<chat::Operation> operations = chatter.next(); !operations.empty(); operations = chatter.next())
        writer.write(std::move(operations));
    writer.write(chatter.ending());
    return writer.finish();
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const seed::SeedOptions options = seed::readSeedOptions(QCoreApplication::arguments());
    if (QDir(options.dataFolder).exists())
        return fail(options.dataFolder + QStringLiteral(" exists already"));
    const seed::Population population = seed::populationFor(options);
    const seed::ZipfWords words(VocabularyWords);
    for (const QString &problem :
         {fill(options, population, words), writeLines(options.peopleFile, linesOf(population.people)),
          writeLines(options.wordsFile, words.words())}) {
        if (!problem.isEmpty())
            return fail(problem);
    }
    return 0;
}
