using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.IntegrationTests.Talks;

/// <summary>Listens to the one who leads the talk: what the last message was taken for.</summary>
public sealed class HeardLabels
{
    /// <summary>The labels in the order of the message, "stress + thanks"; empty while nothing was said.</summary>
    public string Last { get; private set; } = "";

    public void Listen(IServiceCollection services)
    {
        var leader = services.Single(service => service.ServiceType == typeof(IBuddy));
        services.Remove(leader);
        services.AddSingleton<IBuddy>(provider =>
            new Listening((IBuddy)ActivatorUtilities.CreateInstance(provider, leader.ImplementationType!), this));
    }

    private sealed class Listening(IBuddy buddy, HeardLabels labels) : IBuddy
    {
        public TurnOutcome Turn(Heard heard, PersonFacts? facts, Instant now)
        {
            var outcome = buddy.Turn(heard, facts, now);
            labels.Last = string.Join(" + ", outcome.Also.Prepend(outcome.Label));
            return outcome;
        }
    }
}
