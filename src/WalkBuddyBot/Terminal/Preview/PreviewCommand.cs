using System.Collections.Immutable;
using System.CommandLine;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Extensions;
using WalkBuddyBot.Domain;
using WalkBuddyBot.Nudging;

namespace WalkBuddyBot.Terminal.Preview;

/// <summary><c>nudges preview</c>: what is going to be sent, when and why, or what would stop it. Sends nothing, writes nothing.</summary>
internal sealed class PreviewCommand
{
    private static readonly Duration Day = Duration.FromDays(1);
    private static readonly Duration Week = Duration.FromDays(7);

    private readonly Moment _moment = new();
    private readonly PreviewRange _range = new();
    private readonly Option<string?> _person = new("--person") { Description = "Only this person, by the id that a preview shows." };
    private readonly Option<string?> _say = new("--say")
    {
        Description = "Nobody's: what this sentence would bring, such as \"weekdays at 10:30\". Needs no database.",
    };

    private readonly Option<bool> _json = new("--json") { Description = "JSON Lines: one for each, and one with the summary." };

    public static Command Create() => new PreviewCommand().Build();

    private Command Build()
    {
        var command = new Command("preview", "Shows the reminders that lie ahead: local time, UTC, kind, and the reason or the gate.");
        _range.AddTo(command);
        command.Options.Add(_person);
        command.Options.Add(_say);
        command.Options.Add(_json);
        _moment.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(_person) is not { } person)
            {
                return;
            }

            if (!Guid.TryParse(person, out _))
            {
                result.AddError($"--person '{person}' is not an id. A preview of everyone shows the ids.");
            }

            if (result.GetValue(_say) is not null)
            {
                result.AddError("--person and --say are two different questions; ask one.");
            }
        });
        command.SetAction((parsed, cancellationToken) => parsed.GetValue(_say) is { } sentence
            ? NudgesCommand.TryAsync(() => SentenceAsync(parsed, sentence))
            : StoredAsync(parsed, cancellationToken));
        return command;
    }

    private async Task<int> SentenceAsync(ParseResult parsed, string sentence)
    {
        await using var services = Rooms.WithoutMemory(also => also.AddNudging(runJobs: false));
        var (now, zone) = _moment.Read(parsed, services.GetRequiredService<IClock>());
        var heard = new Heard(
            "terminal|1",
            Address.Of("terminal", tenant: null, "terminal", "person", Scope.Personal),
            sentence,
            Verb: null,
            About: null,
            ImmutableDictionary<string, string>.Empty,
            zone.Id,
            "en");
        var outcome = services.GetRequiredService<IBuddy>().Turn(heard, facts: null, now);
        if (outcome.After is not { Schedules.IsEmpty: false } person)
        {
            await Console.Error.WriteLineAsync("That makes no reminder. The bot would say:");
            await Console.Error.WriteLineAsync(string.Join(Environment.NewLine, outcome.Replies.Select(reply => reply.Text)));
            return NudgesCommand.Refused;
        }

        return await WriteAsync(parsed, services, (now, zone, Week), [new PersonFacts(person, [], [])], heldSince: null);
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
                if (!Guid.TryParse(parsed.GetValue(_person), out var id))
                {
                    var all = await people.WithNudgesAsync(cancellationToken).ToListAsync(cancellationToken);
                    return await WriteAsync(parsed, services, (now, zone, Day), all, held);
                }

                if (await people.FindAsync(new PersonId(id), cancellationToken) is { } one)
                {
                    return await WriteAsync(parsed, services, (now, zone, Week), [one], held);
                }

                await Console.Error.WriteLineAsync($"Nobody has the id {id}. A preview of everyone shows the ids.");
                return NudgesCommand.Refused;
            },
            cancellationToken);
    }

    private async Task<int> WriteAsync(
        ParseResult parsed,
        IServiceProvider services,
        (Instant Now, DateTimeZone Zone, Duration Length) moment,
        IReadOnlyList<PersonFacts> people,
        Instant? heldSince)
    {
        var (from, to, mistake) = _range.Read(parsed, moment.Now, moment.Zone, moment.Length);
        if (mistake is not null)
        {
            await Console.Error.WriteLineAsync(mistake);
            return NudgesCommand.Refused;
        }

        var preview = services.GetRequiredService<INudgePreview>();
        var nudges = people.SelectMany(person => preview.Of(person, moment.Now, from, to)).ToList();
        var perSecond = services.GetRequiredService<IOptions<NudgeOptions>>().Value.PerTenantPerSecond;
        var nobodys = parsed.GetValue(_say) is not null;
        await new PreviewWriter(Console.Out, parsed.GetValue(_json), nobodys, perSecond).WriteAsync(nudges, heldSince);
        return 0;
    }
}
