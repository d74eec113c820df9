using Microsoft.Extensions.DependencyInjection;
using WalkBuddyBot.Conversation.Understanding.Classifying;
using WalkBuddyBot.Conversation.Understanding.Encoding;
using WalkBuddyBot.Conversation.Understanding.Topics;

namespace WalkBuddyBot.Conversation.Understanding;

/// <summary>Registers understanding. It needs the safety rules and the content beside it.</summary>
public static class UnderstandingServices
{
    /// <summary>Adds <see cref="IUnderstanding"/>.</summary>
    public static IServiceCollection AddUnderstanding(this IServiceCollection services)
    {
        services.AddSingleton<ISentenceEncoder>(_ => UniversalSentenceEncoder.Load(UnderstandingFolders.Encoder));
        services.AddSingleton<ClassifierSource>();
        services.AddSingleton<IClassifierSource>(provider => provider.GetRequiredService<ClassifierSource>());
        services.AddHostedService<LearnAnew>();
        services.AddSingleton<ITopicMatcher, TfIdfTopicMatcher>();
        services.AddSingleton<IUnderstanding, UnderstandingPipeline>();
        return services;
    }
}
