using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;
using NodaTime.Extensions;
using NodaTime.Text;
using WalkBuddyBot.BotFramework;
using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.Nudging;
using WalkBuddyBot.Storage;

namespace WalkBuddyBot.Terminal;

/// <summary><c>chat</c>: the bot in a terminal. With redirected input, a line in is a JSON array of reply texts out.</summary>
internal static class ChatCommand
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var moment = new Moment();
        var command = new Command(
            "chat",
            "Talks with you here; an empty line or Ctrl+D ends it. With redirected input: a line in, a JSON array of reply texts out.");
        moment.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var real = TimeProvider.System.ToClock();
            var (now, zone) = moment.Read(parsed, real);
            var clock = new ShiftedClock(TimeProvider.System, now - real.GetCurrentInstant());
            await using var services = Rooms.WithMemory(also =>
            {
                also.AddSingleton<TimeProvider>(clock);
                also.AddSingleton(clock.ToClock());
                also.AddSingleton<IActivitySink>(new TerminalSink(Console.Out));
            });
            await services.GetRequiredService<IStorageGate>().OpenAsync(StorageUse.Command, cancellationToken);
            var talk = new Talk(services, zone);
            return Console.IsInputRedirected
                ? await PipeAsync(talk, Console.In, Console.Out, cancellationToken)
                : await TalkAsync(talk, services, cancellationToken);
        });
        return command;
    }

    private static async Task<int> PipeAsync(Talk talk, TextReader input, TextWriter output, CancellationToken cancellationToken)
    {
        while (await input.ReadLineAsync(cancellationToken) is { } line)
        {
            var replies = await talk.SayAsync(line, cancellationToken);
            await output.WriteLineAsync(JsonSerializer.Serialize(replies.Select(Words), Readable));
        }

        return 0;
    }

    private static async Task<int> TalkAsync(Talk talk, IServiceProvider services, CancellationToken cancellationToken)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var ticking = TickAsync(services, ended.Token);
        Console.WriteLine("Ask about walking and back pain, or ask for a reminder. An empty line ends this.");
        while (Prompt() is { Length: > 0 } line)
        {
            foreach (var reply in await talk.SayAsync(line, cancellationToken))
            {
                TerminalSink.Print(Console.Out, reply);
            }
        }

        await ended.CancelAsync();
        await ticking;
        return 0;
    }

    private static string? Prompt()
    {
        Console.Write("> ");
        return Console.ReadLine();
    }

    /// <summary>Reminders ring here too, for as long as the talk lasts.</summary>
    private static async Task TickAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var tick = services.GetRequiredService<INudgeTick>();
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), services.GetRequiredService<TimeProvider>());
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                await tick.RunAsync(cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The talk has ended.
        }
    }

    private static string Words(BotActivity reply) => reply.Text ?? reply.Speak ?? "";

    /// <summary>One person at one terminal.</summary>
    private sealed class Talk(IServiceProvider services, DateTimeZone zone)
    {
        private readonly IInboundActivities _inbound = services.GetRequiredService<IInboundActivities>();
        private readonly IClock _clock = services.GetRequiredService<IClock>();
        private int _said;

        public async Task<IReadOnlyList<BotActivity>> SayAsync(string text, CancellationToken cancellationToken)
        {
            var answer = await _inbound.HandleAsync(
                new BotActivity
                {
                    Type = ActivityTypes.Message,
                    Id = $"{++_said}",
                    ChannelId = "webchat",
                    Timestamp = InstantPattern.ExtendedIso.Format(_clock.GetCurrentInstant()),
                    Conversation = new ConversationAccount { Id = "terminal" },
                    From = new ChannelAccount { Id = "person", Role = "user" },
                    Text = text,
                    Locale = "en",
                    LocalTimezone = zone.Id,
                    DeliveryMode = "expectReplies",
                },
                TerminalSink.SinkName,
                cancellationToken);
            return answer.Replies;
        }
    }
}
