using System.CommandLine;
using System.Text;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Extensions;
using WalkBuddyBot.Domain;
using WalkBuddyBot.Nudging;

namespace WalkBuddyBot.Terminal.Preview;

/// <summary><c>nudges preview</c>: what is going to be sent, when and why, or what would stop it. Sends nothing, writes nothing.</summary>
internal sealed class PreviewCommand
{
    /// <summary>So many characters of a person's id stand in a preview, and are enough for <c>--person</c>.</summary>
    public const int ShortId = 8;

    private const int Day = 1;
    private const int Week = 7;
    private const int DefaultLines = 200;
    private const int MostLines = 100_000;

    private readonly Moment _moment = new();
    private readonly PreviewRange _range = new();
    private readonly Option<string?> _person = new("--person")
    {
        Description = "Only this person: the id that a preview shows, or its first eight characters.",
    };

    private readonly Option<string?> _say = new("--say")
    {
        Description = "Nobody's: what this sentence would bring, such as \"weekdays at 10:30\". Needs no database.",
    };

    private readonly Option<bool> _json = new("--json")
    {
        Description = "JSON Lines for programs: one for each, person after person, and one with the summary.",
    };

    private readonly Option<int?> _lines = Number.Option(
        "--lines", $"Shows the soonest so many (1 to {MostLines}) and counts the others. Default: {DefaultLines}.", 1, MostLines);

    private readonly Option<int?> _pace = Number.Option(
        "--pace", "What if so many went out a second, 0 for no pacing. Default: Nudges:PerTenantPerSecond.", 0, NudgeOptions.MostPerSecond);

    public static Command Create() => new PreviewCommand().Build();

    private Command Build()
    {
        var command = new Command(
            "preview",
            "Shows the reminders that lie ahead: local time, the rule or the gate, what the clocks do, and what the pace makes of them.");
        _range.AddTo(command);
        command.Options.Add(_person);
        command.Options.Add(_say);
        command.Options.Add(_json);
        command.Options.Add(_lines);
        command.Options.Add(_pace);
        _moment.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(_person) is not { } person)
            {
                return;
            }

            if (!PersonSearch.IsId(person))
            {
                result.AddError(
                    $"--person '{person}' is not an id, nor the first {ShortId} characters of one. A preview of everyone shows them.");
            }

            if (result.GetValue(_say) is not null)
            {
                result.AddError("--person and --say are two different questions; ask one.");
            }
        });
        command.SetAction((parsed, cancellationToken) => parsed.GetValue(_say) is { } sentence
            ? NudgesCommand.TryAsync(() => SentenceAsync(parsed, sentence, cancellationToken))
            : StoredAsync(parsed, cancellationToken));
        return command;
    }

    private async Task<int> SentenceAsync(ParseResult parsed, string sentence, CancellationToken cancellationToken)
    {
        await using var services = Rooms.WithoutMemory(also => also.AddNudging(runJobs: false));
        var (now, zone) = _moment.Read(parsed, services.GetRequiredService<IClock>());
        var outcome = services.GetRequiredService<IBuddy>().Turn(Spoken.By(sentence, zone), facts: null, now);
        if (outcome.After is not { Schedules.IsEmpty: false } person)
        {
            await Console.Error.WriteLineAsync("That makes no reminder. The bot would say:");
            await Console.Error.WriteLineAsync(string.Join(Environment.NewLine, outcome.Replies.Select(reply => reply.Text)));
            return NudgesCommand.Refused;
        }

        var (from, to, mistake) = _range.Read(parsed, now, zone, Week);
        var frame = new PreviewFrame(from, to, zone, Whose.Sentence, Pace(parsed, services), HeldSince: null);
        var one = new[] { new PersonFacts(person, [], []) }.ToAsyncEnumerable();
        return await WriteAsync(parsed, services, frame, mistake, now, one, cancellationToken);
    }

    private Task<int> StoredAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var real = TimeProvider.System.ToClock();
        var (now, zone) = _moment.Read(parsed, real);
        var clock = new ShiftedClock(TimeProvider.System, now - real.GetCurrentInstant());
        return NudgesCommand.WithDatabaseAsync(
            also => also.AddSingleton<TimeProvider>(clock).AddSingleton(clock.ToClock()),
            async services =>
            {
                var held = await services.GetRequiredService<INudgeHold>().SinceAsync(cancellationToken);
                var people = services.GetRequiredService<IPeople>();
                if (parsed.GetValue(_person) is not { } id)
                {
                    var (begin, end, wrong) = _range.Read(parsed, now, zone, Day);
                    var everyone = new PreviewFrame(begin, end, zone, Whose.Everyone, Pace(parsed, services), held);
                    var all = people.WithNudgesAsync(cancellationToken);
                    return await WriteAsync(parsed, services, everyone, wrong, now, all, cancellationToken);
                }

                var (one, why) = await PersonSearch.FindAsync(people, id, cancellationToken);
                if (one is null)
                {
                    await Console.Error.WriteLineAsync(why);
                    return NudgesCommand.Refused;
                }

                // One person is looked at on their own clock, unless another is named.
                var theirs = _moment.NamesZone(parsed) ? zone : one.Person.ZoneOrUtc(services.GetRequiredService<IDateTimeZoneProvider>());
                var (from, to, mistake) = _range.Read(parsed, now, theirs, Week);
                var frame = new PreviewFrame(from, to, theirs, Whose.OnePerson, Pace(parsed, services), held);
                return await WriteAsync(parsed, services, frame, mistake, now, new[] { one }.ToAsyncEnumerable(), cancellationToken);
            },
            cancellationToken);
    }

    private int Pace(ParseResult parsed, IServiceProvider services) =>
        parsed.GetValue(_pace) ?? services.GetRequiredService<IOptions<NudgeOptions>>().Value.PerTenantPerSecond;

    private async Task<int> WriteAsync(
        ParseResult parsed,
        IServiceProvider services,
        PreviewFrame frame,
        string? mistake,
        Instant now,
        IAsyncEnumerable<PersonFacts> people,
        CancellationToken cancellationToken)
    {
        if (mistake is not null)
        {
            await Console.Error.WriteLineAsync(mistake);
            return NudgesCommand.Refused;
        }

        // The console's own writer flushes each line; a week of everyone has millions.
        await using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        IPreviewOutput shown = parsed.GetValue(_json)
            ? new PreviewJson(output, frame)
            : new PreviewText(output, frame, parsed.GetValue(_lines) ?? DefaultLines);
        var preview = services.GetRequiredService<INudgePreview>();
        var tally = new PreviewTally(frame.PerSecond);
        await foreach (var person in people.WithCancellation(cancellationToken))
        {
            var nudges = preview.Of(person, now, frame.From, frame.To);
            tally.Add(nudges);
            await shown.TakeAsync(nudges);
        }

        await shown.EndAsync(tally.Load());
        return 0;
    }
}
