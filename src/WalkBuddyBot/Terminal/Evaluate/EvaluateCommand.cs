using System.Collections.Immutable;
using System.CommandLine;
using NodaTime;
using WalkBuddyBot.Conversation.Understanding;
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
        command.Options.Add(_wrong);
        command.Options.Add(_json);
        _moment.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(_file) is null)
            {
                result.AddError("Name a file of examples, before --wrong: evaluate FILE.jsonl");
            }
        });
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var file = parsed.GetValue(_file)!;
        try
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

            await ReportAsync(parsed, Measure(parsed, examples), cancellationToken);
            return mistakes.IsEmpty ? 0 : BadLines;
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(wrong.Message);
            return Unusable;
        }
    }

    private Figures Measure(ParseResult parsed, ImmutableArray<Example> examples)
    {
        using var services = Rooms.WithoutMemory();
        var (now, zone) = _moment.Read(parsed, services.GetRequiredService<IClock>());
        return Figures.Of(Measurement.Of(services.GetRequiredService<IUnderstanding>(), examples, now, zone, TimeProvider.System));
    }

    private async Task ReportAsync(ParseResult parsed, Figures figures, CancellationToken cancellationToken)
    {
        var json = parsed.GetValue(_json);
        var output = new StringWriter();
        if (json)
        {
            await output.WriteLineAsync(FiguresJson.Write(figures));
        }
        else
        {
            new FiguresTable(output).Write(figures);
        }

        if (parsed.GetResult(_wrong) is not null)
        {
            await WrongAsync(parsed.GetValue(_wrong), figures, json, output, cancellationToken);
        }

        await Console.Out.WriteAsync(output.ToString());
    }

    private static async Task WrongAsync(
        FileInfo? file, Figures figures, bool json, StringWriter output, CancellationToken cancellationToken)
    {
        if (file is not null)
        {
            await File.WriteAllLinesAsync(file.FullName, figures.Wrong.Select(WrongLines.Json), cancellationToken);
            return;
        }

        foreach (var wrong in figures.Wrong)
        {
            await output.WriteLineAsync(json ? WrongLines.Json(wrong) : WrongLines.Words(wrong));
        }
    }
}
