using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using WalkBuddyBot.BotFramework;
using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.BotFramework.Connector;
using WalkBuddyBot.BotFramework.Stores;
using WalkBuddyBot.IntegrationTests.Driving;

namespace WalkBuddyBot.IntegrationTests;

/// <summary>A channel that is not answered in time sends again: however often, the whole service does it once and says it once.</summary>
public sealed class ThriceTests
{
    private const int Activities = 1000;
    private const int Conversations = 100;

    [Fact]
    public async Task A_thousand_activities_three_times_each_in_parallel_have_one_reply_each()
    {
        var connector = new Connector();
        await using var app = new WalkBuddyApp(Instant.FromUtc(2026, 11, 23, 9, 0), also: services =>
        {
            foreach (var other in services.Where(Answers).ToList())
            {
                services.Remove(other);
            }

            services.AddSingleton<IActivitySink>(connector);
        });
        using var http = app.CreateClient();

        var statuses = new List<HttpStatusCode>();
        foreach (var part in Enumerable.Range(0, Activities).SelectMany(number => Enumerable.Repeat(number, 3)).Chunk(90))
        {
            var answers = await Task.WhenAll(part.Select(number => http.PostAsJsonAsync("/api/messages", Message(number))));
            statuses.AddRange(answers.Select(answer => answer.StatusCode));
        }

        Assert.All(statuses, status => Assert.Equal(HttpStatusCode.OK, status));
        Assert.Equal(Activities, connector.Sent.Count);
        Assert.Equal(Activities, connector.Sent.Distinct().Count());
        Assert.Empty(await app.Services.GetRequiredService<IInbox>().UnfinishedAsync("connector", 10, CancellationToken.None));
    }

    private static bool Answers(ServiceDescriptor service) =>
        service.ServiceType == typeof(IActivitySink) && service.ImplementationType?.Name != "DirectLineSink";

    private static object Message(int number) => new
    {
        type = "message",
        id = $"{number}",
        channelId = "emulator",
        serviceUrl = "http://localhost:56150",
        from = new { id = $"u{number % Conversations}" },
        recipient = new { id = "bot" },
        conversation = new { id = $"c{number % Conversations}" },
        text = "show my reminders",
    };

    private sealed class Connector : IActivitySink
    {
        public string Name => ConnectorSinkName.Value;

        public ConcurrentQueue<string> Sent { get; } = new();

        public Task<SinkOutcome> SendAsync(ConversationReference to, BotActivity activity, string outgoing, CancellationToken cancellationToken)
        {
            Sent.Enqueue(outgoing);
            return Task.FromResult<SinkOutcome>(new SinkOutcome.Accepted(outgoing));
        }

        public Task<SinkOutcome> UpdateAsync(
            ConversationReference to, BotActivity activity, string replaces, string? replacesActivityId, string outgoing,
            CancellationToken cancellationToken) => SendAsync(to, activity, outgoing, cancellationToken);
    }
}
