using System.Collections.Immutable;
using System.CommandLine;
using NodaTime;
using WalkBuddyBot.Conversation.Content;
using WalkBuddyBot.Conversation.Understanding;
using WalkBuddyBot.Conversation.Understanding.Encoding;
using WalkBuddyBot.Conversation.Understanding.Measuring;

namespace WalkBuddyBot.Terminal.Evaluate;

/// <summary><c>evaluate</c>: how well messages with known labels are understood, by the path that <c>understand</c> takes.</summary>
internal sealed class EvaluateCommand
{
    private const int BadLines = 1;
    private const int Unusable = 2;

    private readonly Moment _moment = new();

    private readonly Argument<FileInfo?> _file = new("file")
    {
        Description = "JSON Lines {\"text\", \"label\"}, and if you like \"slots\" (those given are compared; {} means none), \"group\" (near or far, "
            + "for oos), \"ask\", \"error\", \"safety\".",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<DirectoryInfo?> _folds = new("--cross-validate")
    {
        Description = "Measures the classifier alone on the examples it learns from, each judged by one that learnt from the others; and names "
            + "labels not kept apart. A content folder may follow. Default: the one beside the program.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<bool> _json = new("--json") { Description = "One JSON object instead of tables." };

    private readonly Option<FileInfo?> _wrong = new("--wrong")
    {
        Description = "Shows each line that was not understood as it says; into a file, as JSON Lines, when one is named.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public static Command Create() => new EvaluateCommand().Build();

    private Command Build()
    {
        var command = new Command(
            "evaluate",
            "Measures how well the messages of a file are understood: accuracy, each label, confusions, what is declined, slots, time. "
            + "Exits with 0, or with 1 when a line of the file is no example, or 2 when there is nothing to measure or it cannot be read.");
        command.Arguments.Add(_file);
        command.Options.Add(_folds);
        command.Options.Add(_wrong);
        command.Options.Add(_json);
        _moment.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(_file) is null == result.GetResult(_folds) is null)
            {
                result.AddError("Name a file of examples, before any --wrong (evaluate FILE.jsonl), or ask for --cross-validate.");
            }
        });
        command.SetAction(TryAsync);
        return command;
    }

    private async Task<int> TryAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        try
        {
            return parsed.GetValue(_file) is { } file
                ? await FileAsync(parsed, file, cancellationToken) : await FoldsAsync(parsed, cancellationToken);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or EncoderException)
        {
            await Console.Error.WriteLineAsync(wrong.Message);
            return Unusable;
        }
    }

    private async Task<int> FileAsync(ParseResult parsed, FileInfo file, CancellationToken cancellationToken)
    {
        using var input = file.OpenText();
        var (examples, mistakes) = await ExampleReader.ReadAsync(input, cancellationToken);
        foreach (var mistake in mistakes)
        {
            await Console.Error.WriteLineAsync(mistake);
        }

        if (examples.IsEmpty)
        {
            await Console.Error.WriteLineAsync($"There is no example in {file.Name}.");
            return mistakes.IsEmpty ? Unusable : BadLines;
        }

        var figures = Measure(parsed, examples);
        await ReportAsync(parsed, figures, () => FiguresJson.Write(figures), table => table.Write(figures), cancellationToken);
        return mistakes.IsEmpty ? 0 : BadLines;
    }

    private async Task<int> FoldsAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var folder = parsed.GetValue(_folds)?.FullName ?? Paths.Content;
        var mistakes = new List<ContentMistake>();
        var folds = CrossValidation.Of(folder, mistakes);
        foreach (var mistake in mistakes)
        {
            await Console.Error.WriteLineAsync(mistake.ToString());
        }

        if (folds is null)
        {
            await Console.Error.WriteLineAsync($"There are no examples to learn from in {folder}; they stand in its folder utterances.");
            return mistakes.Count > 0 ? BadLines : Unusable;
        }

        await ReportAsync(parsed, folds.Best, () => FiguresJson.Write(folds), table => table.Write(folds), cancellationToken);
        return mistakes.Count > 0 ? BadLines : 0;
    }

    private Figures Measure(ParseResult parsed, ImmutableArray<Example> examples)
    {
        using var services = Rooms.WithoutMemory();
        var (now, zone) = _moment.Read(parsed, services.GetRequiredService<IClock>());
        return Figures.Of(Measurement.Of(services.GetRequiredService<IUnderstanding>(), examples, now, zone, TimeProvider.System));
    }

    private async Task ReportAsync(
        ParseResult parsed, Figures figures, Func<string> json, Action<FiguresTable> table, CancellationToken cancellationToken)
    {
        var asJson = parsed.GetValue(_json);
        if (asJson)
        {
            await Console.Out.WriteLineAsync(json());
        }
        else
        {
            table(new FiguresTable(Console.Out));
        }

        if (parsed.GetResult(_wrong) is null)
        {
            return;
        }

        if (parsed.GetValue(_wrong) is { } file)
        {
            await File.WriteAllLinesAsync(file.FullName, figures.Wrong.Select(WrongLines.Json), cancellationToken);
            return;
        }

        foreach (var wrong in figures.Wrong)
        {
            await Console.Out.WriteLineAsync(asJson ? WrongLines.Json(wrong) : WrongLines.Words(wrong));
        }
    }
}
