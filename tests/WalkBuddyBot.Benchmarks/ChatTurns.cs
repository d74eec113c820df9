using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using WalkBuddyBot.BotFramework;
using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.BotFramework.Stores;

namespace WalkBuddyBot.Benchmarks;

/// <summary>People of the web chat who say one thing after another, each in a conversation of their own.</summary>
internal sealed class ChatTurns(IConversationStore conversations, IInboundActivities inbound)
{
    public const int People = 64;

    private static readonly string[] Words = ["why does walking help my back?", "status", "does it help with stress?", "I walked 10 minutes"];

    public static async Task<ChatTurns> OpenAsync(IServiceProvider services)
    {
        var conversations = services.GetRequiredService<IConversationStore>();
        var now = services.GetRequiredService<IClock>().GetCurrentInstant();
        for (var person = 0; person < People; person++)
        {
            await conversations.CreateAsync(new WebConversation($"c{person}", $"dl_{person}", now, now), CancellationToken.None);
        }

        return new(conversations, services.GetRequiredService<IInboundActivities>());
    }

    /// <summary>From the message that is stored to the reply that is stored.</summary>
    public async Task TurnAsync(int number)
    {
        var message = Message($"c{number % People}", $"dl_{number % People}", Words[number % Words.Length]);
        var posted = await conversations.PostAsync(message.Conversation!.Id!, message, clientActivityId: null, toRun: true, CancellationToken.None);
        await inbound.HandleAsync(posted.Activity, "directline", CancellationToken.None);
    }

    /// <summary>Turns by some people at a time, until it is enough; what each took in milliseconds.</summary>
    public async Task<double[]> RunAsync(int atATime, Func<int, bool> enough)
    {
        var next = -1;
        var took = await Task.WhenAll(Enumerable.Range(0, atATime).Select(_ => Task.Run(async () =>
        {
            var mine = new List<double>();
            for (var i = Interlocked.Increment(ref next); !enough(i); i = Interlocked.Increment(ref next))
            {
                var from = Stopwatch.GetTimestamp();
                await TurnAsync(i);
                mine.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
            }

            return mine;
        })));
        return [.. took.SelectMany(mine => mine)];
    }

    private static BotActivity Message(string conversation, string user, string text) => new()
    {
        Type = ActivityTypes.Message,
        ChannelId = "webchat",
        Conversation = new ConversationAccount { Id = conversation },
        From = new ChannelAccount { Id = user, Role = "user" },
        Text = text,
        Locale = "en-US",
        LocalTimezone = "Europe/Berlin",
    };
}
